/**
 * Who asks, what they may do, and the record of what they did.
 */
@NamedInterface("access")
@NullMarked
package id.warta.platform.access;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
