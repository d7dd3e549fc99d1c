package id.warta.article;

import java.time.Instant;

/**
 * Something that was put right in an article after it was published.
 *
 * @param note what was wrong and is right now
 * @param correctedAt when it was put right
 */
public record Correction(String note, Instant correctedAt) {

}
