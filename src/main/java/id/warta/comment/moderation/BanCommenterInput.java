package id.warta.comment.moderation;

import java.time.Instant;
import java.time.OffsetDateTime;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.InputEmail;
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
		return new Checked((this.email != null) ? InputEmail.of(this.email, "email") : null,
				(this.network != null) ? Networks.bounded(this.network, "network") : null, this.effect,
				InputText.optional(this.reason, LONGEST_REASON, "reason"), end);
	}

}
