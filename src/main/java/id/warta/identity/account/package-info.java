/**
 * Looking after the staff's accounts.
 */
@NullMarked
package id.warta.identity.account;

import org.jspecify.annotations.NullMarked;
