package id.warta.comment.moderation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * Whose comments are to be refused, or are always to wait for a moderator.
 *
 * @param email who, by their e-mail address; null for a network
 * @param network who, by where they come from; null for an e-mail address
 * @param effect what becomes of their comments
 * @param reason why, for the staff; null for no reason
 * @param expiresAt until when; null for ever
 */
record BanCommenterInput(@Nullable String email, @Nullable String network, BanEffect effect, @Nullable String reason,
		@Nullable OffsetDateTime expiresAt) {

	/** In characters. */
	private static final int LONGEST_REASON = 1000;

	/** In characters: e-mail addresses have no more (RFC 5321). */
	private static final int LONGEST_EMAIL = 254;

	/**
	 * A ban as it is stored.
	 *
	 * @param email whose, in lower case; null for a network
	 * @param network from where; null for an e-mail address
	 * @param effect what becomes of their comments
	 * @param reason why
	 * @param expiresAt until when; null for ever
	 */
	record Checked(@Nullable String email, @Nullable String network, BanEffect effect, @Nullable String reason,
			@Nullable Instant expiresAt) {

	}

	/**
	 * Checks it.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	Checked checked(Instant now) {
		if ((this.email == null) == (this.network == null)) {
			throw InvalidInputException.badArgument("email", "Give one of 'email' and 'network'");
		}
		Instant end = (this.expiresAt != null) ? this.expiresAt.toInstant() : null;
		if (end != null && !end.isAfter(now)) {
			throw InvalidInputException.badArgument("expiresAt", "'expiresAt' must be in the future");
		}
		return new Checked((this.email != null) ? address(this.email) : null,
				(this.network != null) ? Networks.bounded(this.network, "network") : null, this.effect,
				InputText.optional(this.reason, LONGEST_REASON, "reason"), end);
	}

	private static String address(String text) {
		String email = InputText.line(text, LONGEST_EMAIL, "email").toLowerCase(Locale.ROOT);
		int at = email.indexOf('@');
		if (at < 1 || at == email.length() - 1 || email.indexOf(' ') >= 0) {
			throw InvalidInputException.badArgument("email", "'email' must be an e-mail address");
		}
		return email;
	}

}
