package id.warta.comment;

import org.jspecify.annotations.Nullable;

/**
 * Makes what tells commenters from each other of their e-mail addresses.
 */
@FunctionalInterface
interface Avatars {

	/**
	 * What an address becomes; null without one, or if nobody asks for it.
	 */
	@Nullable String of(@Nullable String email);

}
