package id.warta.comment.moderation;

import id.warta.comment.CommentHoldReason;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.warta.comment.CommentStatus;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import id.warta.platform.input.InputEmail;
import id.warta.platform.input.InputText;
import org.jspecify.annotations.Nullable;

/**
 * Which comments moderators look at: all of what is said holds.
 *
 * @param status in one of these
 * @param articleId below an article
 * @param email of an e-mail address
 * @param network from a network
 * @param heldFor waiting for one of these reasons
 * @param reported whether readers reported it since a moderator last looked at it
 * @param text with this in the text, the name or the author's page
 * @param staff whether somebody of the staff wrote it
 * @param createdAt written then
 */
record ModeratedCommentWhere(@Nullable List<CommentStatus> status, @Nullable String articleId, @Nullable String email,
		@Nullable String network, @Nullable List<CommentHoldReason> heldFor, @Nullable Boolean reported,
		@Nullable String text, @Nullable Boolean staff, @Nullable Range createdAt) {

	static final ModeratedCommentWhere ALL = new ModeratedCommentWhere(null, null, null, null, null, null, null, null,
			null);

	/** In characters. */
	private static final int LONGEST_TEXT = 100;

	/**
	 * A stretch of time.
	 *
	 * @param gte its beginning
	 * @param lt its end, which isn't of it
	 */
	record Range(@Nullable OffsetDateTime gte, @Nullable OffsetDateTime lt) {

	}

	/**
	 * The condition on {@code comment c}, and what it names.
	 *
	 * @param sql the condition
	 * @param parameters what to bind
	 */
	record Condition(String sql, Map<String, Object> parameters) {

	}

	/**
	 * What is said as a condition.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT} or {@code BAD_ID}
	 */
	Condition condition() {
		Conditions all = new Conditions();
		all.add("c.status = any(:status)", "status", names(this.status));
		all.add("c.article_id = :article", "article",
				(this.articleId != null) ? NodeId.parse(this.articleId, "Article", "articleId") : null);
		all.add("lower(c.author_email) = :email", "email",
				(this.email != null) ? InputEmail.known(this.email, "email") : null);
		all.add("c.author_address <<= :network::inet", "network",
				(this.network != null) ? Networks.any(this.network, "network") : null);
		all.add("c.held_for && :heldFor", "heldFor", names(this.heldFor));
		all.add("(c.report_count > 0) = :reported", "reported", this.reported);
		all.add("""
				(strpos(lower(c.body), :text) > 0 or strpos(lower(c.author_name), :text) > 0
				    or strpos(lower(c.author_url), :text) > 0)""", "text", lower(this.text, LONGEST_TEXT, "text"));
		all.add("c.by_staff = :staff", "staff", this.staff);
		all.add("c.created_at >= :from", "from", (this.createdAt != null) ? this.createdAt.gte() : null);
		all.add("c.created_at < :until", "until", (this.createdAt != null) ? this.createdAt.lt() : null);
		return new Condition(String.join(" and ", all.sql), all.parameters);
	}

	private static @Nullable String lower(@Nullable String given, int longest, String argument) {
		String line = InputText.optionalLine(given, longest, argument);
		return (line != null) ? line.toLowerCase(Locale.ROOT) : null;
	}

	private static String @Nullable [] names(@Nullable List<? extends Enum<?>> values) {
		return (values != null) ? values.stream().map(Enum::name).toArray(String[]::new) : null;
	}

	private static final class Conditions {

		private final List<String> sql = new ArrayList<>(List.of("true"));

		private final Map<String, Object> parameters = new LinkedHashMap<>();

		void add(String condition, String parameter, @Nullable Object value) {
			if (value != null) {
				this.sql.add(condition);
				this.parameters.put(parameter, value);
			}
		}

	}

}
