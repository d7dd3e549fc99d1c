package id.warta.site;

import java.util.List;
import java.util.regex.Pattern;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import id.warta.platform.input.InputUrl;
import id.warta.platform.input.Slugs;
import org.jspecify.annotations.Nullable;

/**
 * The profiles that a set is to have.
 *
 * @param set the set's name
 * @param profiles its profiles, in order
 */
record SetSocialProfilesInput(String set, List<ProfileInput> profiles) {

	private static final int MOST = 50;

	private static final Pattern NETWORK = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

	/**
	 * A place of the site's on a social network.
	 *
	 * @param network the network, in lower case
	 * @param label what to call it, if not by its network
	 * @param url its address
	 */
	record ProfileInput(String network, @Nullable String label, String url) {

		SocialProfile in(String set) {
			if (!NETWORK.matcher(this.network).matches()) {
				throw InvalidInputException.badArgument("profiles",
						"A network must be 1 to 40 characters from a to z, 0 to 9, and hyphens");
			}
			return new SocialProfile(set, this.network,
					(this.label != null) ? InputText.line(this.label, "profiles") : null,
					InputUrl.absolute(this.url, "profiles"));
		}

	}

	/**
	 * The profiles, checked.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} if one can't be
	 */
	List<SocialProfile> checked() {
		String name = Slugs.checked(this.set, "set");
		if (this.profiles.size() > MOST) {
			throw InvalidInputException.badArgument("profiles", "'profiles' are more than " + MOST);
		}
		return this.profiles.stream().map((profile) -> profile.in(name)).toList();
	}

}
