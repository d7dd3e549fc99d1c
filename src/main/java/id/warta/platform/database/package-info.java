/**
 * Connections that nobody can keep busy: statements end when nobody waits for them any
 * more.
 */
@NullMarked
package id.warta.platform.database;

import org.jspecify.annotations.NullMarked;
