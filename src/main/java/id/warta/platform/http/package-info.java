/**
 * HTTP at the edge: who may ask, how requests are read, and how anything but an answer
 * looks.
 */
@NullMarked
package id.warta.platform.http;

import org.jspecify.annotations.NullMarked;
