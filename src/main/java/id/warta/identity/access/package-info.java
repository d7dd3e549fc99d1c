/**
 * Finds out whose a bearer token is, whoever has issued it.
 */
@NullMarked
package id.warta.identity.access;

import org.jspecify.annotations.NullMarked;
