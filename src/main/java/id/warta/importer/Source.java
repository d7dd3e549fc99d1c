package id.warta.importer;

import java.nio.file.Path;
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
	 * An exported site, known by its address, or by the file's name if it tells none.
	 */
	static Source of(Path file, WxrSite site, ImportSetting setting) {
		String id = site.address().isEmpty() ? String.valueOf(file.getFileName()) : site.address();
		return new Source(id, new WordPressTime(setting.zone()), language(site.language(), setting.locale()),
				setting.now());
	}

	static String language(String tag, String fallback) {
		String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
		return language.isEmpty() ? Locale.forLanguageTag(fallback).getLanguage() : language;
	}

}
