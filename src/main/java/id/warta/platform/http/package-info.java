/**
 * HTTP at the edge: who may ask, how requests are read, and how anything but an answer
 * looks.
 */
@NamedInterface("http")
@NullMarked
package id.warta.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
