/**
 * The staff: who they are, and what of them each node holds in memory.
 */
@NullMarked
package id.warta.identity;

import org.jspecify.annotations.NullMarked;
