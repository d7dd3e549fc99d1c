package id.warta.platform;

/**
 * An item of a connection with its cursor.
 *
 * @param cursor its place
 * @param node the item
 * @param <T> the item's type
 */
public record Edge<T>(String cursor, T node) {

}
