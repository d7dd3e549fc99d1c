/**
 * What a query may ask for, checked before anything is executed.
 */
@NullMarked
package id.warta.platform.limit;

import org.jspecify.annotations.NullMarked;
