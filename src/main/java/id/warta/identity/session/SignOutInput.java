package id.warta.identity.session;

import org.jspecify.annotations.Nullable;

/**
 * What is to end.
 *
 * @param everywhere whether all sessions of whoever asks
 */
record SignOutInput(@Nullable Boolean everywhere) {

}
