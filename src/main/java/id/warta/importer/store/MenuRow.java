package id.warta.importer.store;

/**
 * A menu.
 *
 * @param slug the wanted slug
 */
public record MenuRow(String sourceId, String slug, String name) implements Row {

}
