package id.warta.route;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;
import id.warta.platform.input.InputUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a redirect.
 */
final class RedirectColumns {

	/** An index must hold it. */
	private static final int LONGEST = 500;

	private RedirectColumns() {
	}

	/**
	 * A path that can be redirected, normalised.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is none, is the home
	 * page's, or too long
	 */
	static String path(String text, String field) {
		Paths path = Paths.of(text, field);
		if (path.segments().isEmpty()) {
			throw InvalidInputException.badArgument(field, "The home page can't be redirected");
		}
		return InputText.noLonger(path.toString(), LONGEST, field);
	}

	/**
	 * Writes a target. A full address of this site is written as its path, so that chains
	 * are seen.
	 * @param target the target, checked; null if what was there is gone
	 * @param siteUrl the site's address, without a slash at the end
	 */
	static void put(EditedColumns columns, @Nullable String target, String siteUrl) {
		String own = (target != null && isOwn(target, siteUrl)) ? ownPath(target, siteUrl) : target;
		boolean path = own != null && InputUrl.isPath(own);
		columns.put("target", own).put("target_path", path ? Paths.of(String.valueOf(own), "target").toString() : null);
	}

	private static boolean isOwn(String target, String siteUrl) {
		return target.equals(siteUrl) || target.startsWith(siteUrl + "/");
	}

	private static String ownPath(String target, String siteUrl) {
		return target.equals(siteUrl) ? "/" : InputUrl.target(target.substring(siteUrl.length()), "target");
	}

}
