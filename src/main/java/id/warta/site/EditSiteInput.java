package id.warta.site;

import java.net.URI;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.InputUrl;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of the site's settings; what is omitted stays as it is.
 *
 * @param title its name
 * @param tagline the line below its name; null for none
 * @param url where readers find it
 * @param locale how readers see dates and numbers, as a BCP 47 tag
 * @param timeZone in which days begin and end, by its IANA name
 */
record EditSiteInput(ArgumentValue<String> title, ArgumentValue<String> tagline, ArgumentValue<String> url,
		ArgumentValue<String> locale, ArgumentValue<String> timeZone) {

	private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	EditedColumns columns() {
		return new EditedColumns().set("title", "title", this.title, InputText::line)
			.clearable("tagline", "tagline", this.tagline, InputText::line)
			.set("url", "url", this.url, EditSiteInput::origin)
			.set("locale", "locale", this.locale, EditSiteInput::tag)
			.set("time_zone", "timeZone", this.timeZone, EditSiteInput::zone)
			.requireAny();
	}

	private static String origin(String url, String field) {
		String text = url.strip();
		String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
		URI address = URI.create(InputUrl.absolute(bare, field));
		if (!address.getRawPath().isEmpty() || address.getRawQuery() != null || address.getRawFragment() != null) {
			throw InvalidInputException.badArgument(field, "'" + field + "' must have no path, query or fragment");
		}
		return bare;
	}

	private static String tag(String tag, String field) {
		try {
			Locale locale = new Locale.Builder().setLanguageTag(tag).build();
			if (LANGUAGES.contains(locale.getLanguage())
					&& (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()))) {
				return locale.toLanguageTag();
			}
		}
		catch (IllformedLocaleException ex) {
			// refused below
		}
		throw InvalidInputException.badArgument(field,
				"'" + field + "' must be a BCP 47 tag of a known language and country, such as id-ID");
	}

	/**
	 * Refuses what is no time zone's name.
	 */
	static String zone(String name, String field) {
		if (!ZoneId.getAvailableZoneIds().contains(name)) {
			throw unknownZone(field);
		}
		return name;
	}

	static InvalidInputException unknownZone(String field) {
		return InvalidInputException.badArgument(field,
				"'" + field + "' must be the IANA name of a time zone, such as Asia/Jakarta");
	}

}
