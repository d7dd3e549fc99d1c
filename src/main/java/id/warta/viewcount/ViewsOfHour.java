package id.warta.viewcount;

import java.time.Instant;

/**
 * How often something was read in an hour.
 *
 * @param hour when it begins
 * @param views how often
 */
record ViewsOfHour(Instant hour, long views) {

}
