/**
 * What Warta signs its own tokens by, shared by all nodes and kept wrapped.
 */
@NullMarked
package id.warta.identity.key;

import org.jspecify.annotations.NullMarked;
