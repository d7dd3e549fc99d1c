package id.warta.seo;

/**
 * A property of a page, for a {@code meta} element of its own.
 *
 * @param property its name
 * @param content its value
 */
record SeoProperty(String property, String content) {

}
