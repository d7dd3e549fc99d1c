package id.warta.importer.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes over the slugs of other sites: letters and digits of any script, dashes and few
 * signs. What cannot be seen, or means something in an address, has no place in them.
 */
public final class Slug {

	/** In characters; WordPress's own limit. */
	private static final int LONGEST = 200;

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

	private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}._~-]");

	private Slug() {
	}

	/**
	 * The slug that WordPress keeps percent-encoded; empty for an empty one.
	 */
	public static String decoded(String slug) {
		String visible = INVISIBLE.matcher(decode(slug)).replaceAll("");
		return cut(FOREIGN.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC)).replaceAll("-"));
	}

	private static String decode(String slug) {
		try {
			return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return slug;
		}
	}

	private static String cut(String slug) {
		int length = slug.codePointCount(0, slug.length());
		String shortened = (length > LONGEST) ? slug.substring(0, slug.offsetByCodePoints(0, LONGEST)) : slug;
		return shortened.replaceAll("^-+|-+$", "").toLowerCase(Locale.ROOT);
	}

}
