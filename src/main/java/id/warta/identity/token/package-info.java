/**
 * Tokens of machines, which live long and may do little.
 */
@NullMarked
package id.warta.identity.token;

import org.jspecify.annotations.NullMarked;
