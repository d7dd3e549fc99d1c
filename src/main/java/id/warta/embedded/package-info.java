/**
 * The embedded default: a real PostgreSQL and a real Redis as child processes, with all
 * that lasts in one folder.
 */
@NullMarked
package id.warta.embedded;

import org.jspecify.annotations.NullMarked;
