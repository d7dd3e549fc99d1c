package id.warta.article;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day or month of the archive.
 *
 * @param date its first day, in the site's time zone
 * @param startsAt when it starts
 * @param endsAt when the next one starts
 * @param count how many articles carry a date in it
 */
record ArchivePeriod(LocalDate date, Instant startsAt, Instant endsAt, long count) {

}
