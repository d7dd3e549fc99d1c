package id.warta.route;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a redirect leads: one of these.
 *
 * @param url a path of the site, or an absolute address
 * @param gone true, if what was there is gone for good
 */
record RedirectTargetInput(@Nullable String url, @Nullable Boolean gone) {

	private static final String FIELD = "target";

	/**
	 * The address, checked; null if what was there is gone for good.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if it is no address
	 */
	@Nullable String checked() {
		if (this.url != null) {
			return InputUrl.target(this.url, FIELD);
		}
		if (!Boolean.TRUE.equals(this.gone)) {
			throw InvalidInputException.badArgument(FIELD, "'gone' must be true, if it is given");
		}
		return null;
	}

}
