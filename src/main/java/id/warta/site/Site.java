package id.warta.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * The site's settings.
 *
 * @param title its name
 * @param tagline the line below its name
 * @param url where readers find it, without a slash at the end
 * @param locale how readers see dates and numbers
 * @param zone in which days begin and end
 * @param profiles where it is found elsewhere, in order
 */
public record Site(String title, @Nullable String tagline, String url, Locale locale, ZoneId zone,
		List<SocialProfile> profiles) implements Node {

	@Override
	public long id() {
		return 1;
	}

	public String timeZone() {
		return this.zone.getId();
	}

}
