package id.warta.menu;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An item of a menu.
 *
 * @param label instead of the target's own name
 * @param target where it leads
 * @param items the items below it, in order
 */
record MenuItemInput(@Nullable String label, MenuTargetInput target, List<MenuItemInput> items) {

}
