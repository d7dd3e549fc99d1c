package id.warta.menu;

import java.util.List;

import id.warta.platform.Node;

/**
 * A menu.
 *
 * @param id its id
 * @param slug where it stands
 * @param name what editors call it
 * @param items the items at its top, in order
 */
record Menu(long id, String slug, String name, List<MenuItem> items) implements Node {

}
