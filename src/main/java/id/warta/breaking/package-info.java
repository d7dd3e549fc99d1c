/**
 * Breaking news: what is breaking now, and what happens to it.
 */
@NullMarked
package id.warta.breaking;

import org.jspecify.annotations.NullMarked;
