/**
 * How often articles are read: counted in Redis at once, carried to PostgreSQL exactly
 * once.
 */
@NullMarked
package id.warta.viewcount;

import org.jspecify.annotations.NullMarked;
