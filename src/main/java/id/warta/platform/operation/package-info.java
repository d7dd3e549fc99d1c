/**
 * The life of one operation: how long it may take, and what ends with it.
 */
@NullMarked
package id.warta.platform.operation;

import org.jspecify.annotations.NullMarked;
