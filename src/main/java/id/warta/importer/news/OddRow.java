package id.warta.importer.news;

/**
 * A row that cannot be an article.
 *
 * @param line where the row begins in the file, from 1
 * @param reason why it cannot
 */
public record OddRow(long line, String reason) implements NewsRow {

}
