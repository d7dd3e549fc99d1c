/**
 * The demonstration site: an invented news portal that an empty embedded database is
 * filled with.
 */
@NullMarked
package id.warta.embedded.demo;

import org.jspecify.annotations.NullMarked;
