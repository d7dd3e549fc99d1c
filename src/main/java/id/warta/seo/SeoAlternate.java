package id.warta.seo;

/**
 * Where a page is in a language.
 *
 * @param hreflang a BCP 47 tag, or {@code x-default}
 * @param url the full address
 */
record SeoAlternate(String hreflang, String url) {

}
