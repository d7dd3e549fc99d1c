/**
 * Menus: what readers see of them, and how the newsroom makes them.
 */
@NullMarked
package id.warta.menu;

import org.jspecify.annotations.NullMarked;
