/**
 * Reads the record of what the staff did.
 */
@NullMarked
package id.warta.identity.audit;

import org.jspecify.annotations.NullMarked;
