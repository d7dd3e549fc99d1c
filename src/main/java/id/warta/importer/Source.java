package id.warta.importer;

import java.time.Instant;
import java.util.Locale;

import id.warta.importer.wxr.WordPressTime;
import id.warta.importer.wxr.WxrSite;

/**
 * Where imported content comes from, and how it is to be read.
 *
 * @param id what the source is known by: the site's address
 * @param time reads its dates
 * @param language a BCP 47 tag for its articles, without a region
 * @param now the moment of the import
 */
record Source(String id, WordPressTime time, String language, Instant now) {

	/**
	 * An exported site.
	 * @param fallback the language for a site that says none
	 */
	static Source of(WxrSite site, WordPressTime time, String fallback, Instant now) {
		return new Source(site.address(), time, language(site.language(), fallback), now);
	}

	static String language(String tag, String fallback) {
		String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
		return language.isEmpty() ? Locale.forLanguageTag(fallback).getLanguage() : language;
	}

}
