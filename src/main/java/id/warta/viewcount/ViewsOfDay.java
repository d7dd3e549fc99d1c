package id.warta.viewcount;

import java.time.LocalDate;

/**
 * How often something was read on a day.
 *
 * @param day the day, in the site's time zone
 * @param views how often
 */
record ViewsOfDay(LocalDate day, long views) {

}
