/**
 * Signing in and out, and passwords.
 */
@NullMarked
package id.warta.identity.session;

import org.jspecify.annotations.NullMarked;
