/**
 * Reads WordPress exports (WXR 1.0 to 1.2) as a stream, entry by entry.
 */
@NullMarked
package id.warta.importer.wxr;

import org.jspecify.annotations.NullMarked;
