package id.warta.menu;

import java.util.List;

import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * An item of a menu.
 *
 * @param label what readers see
 * @param url where it leads: a path of this site, or an absolute address
 * @param targetId what it leads to, if that is an object of this site
 * @param items the items below it, in order
 */
record MenuItem(String label, String url, @Nullable NodeId targetId, List<MenuItem> items) {

}
