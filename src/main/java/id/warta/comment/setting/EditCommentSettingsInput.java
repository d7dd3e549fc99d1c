package id.warta.comment.setting;

import java.util.List;
import java.util.function.BiFunction;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;
import id.warta.platform.input.InputText;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of the site's rules for comments; what is omitted stays as it is.
 *
 * @param open whether readers may write at all
 * @param closeAfterDays how old articles may be that they write below, 1 to 36,500 days;
 * null for whatever age
 * @param moderation which comments wait for a moderator, whatever is in them
 * @param maxLinks with more links than this a comment waits, 0 to 100
 * @param blockedWords with one of these a comment waits: at most 1,000 of 1 to 100
 * characters
 * @param maxDepth how deep replies stand, 0 to 10
 * @param reportsToHide after how many readers' reports a comment waits, 1 to 1,000
 */
record EditCommentSettingsInput(ArgumentValue<Boolean> open, ArgumentValue<Integer> closeAfterDays,
		ArgumentValue<CommentModeration> moderation, ArgumentValue<Integer> maxLinks,
		ArgumentValue<List<String>> blockedWords, ArgumentValue<Integer> maxDepth,
		ArgumentValue<Integer> reportsToHide) {

	private static final int MOST_DAYS = 36_500;

	private static final int MOST_LINKS = 100;

	private static final int DEEPEST = 10;

	private static final int MOST_REPORTS = 1000;

	private static final int MOST_WORDS = 1000;

	/** In characters. */
	private static final int LONGEST_WORD = 100;

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	EditedColumns columns() {
		return new EditedColumns().set("open", "open", this.open)
			.clearable("close_after_days", "closeAfterDays", this.closeAfterDays, between(1, MOST_DAYS))
			.set("moderation", "moderation", this.moderation, (rule, field) -> rule.name())
			.set("max_links", "maxLinks", this.maxLinks, between(0, MOST_LINKS))
			.set("blocked_words", "blockedWords", this.blockedWords, EditCommentSettingsInput::words)
			.set("max_depth", "maxDepth", this.maxDepth, between(0, DEEPEST))
			.set("reports_to_hide", "reportsToHide", this.reportsToHide, between(1, MOST_REPORTS))
			.requireAny();
	}

	private static BiFunction<Integer, String, Integer> between(int least, int most) {
		return (value, field) -> {
			if (value < least || value > most) {
				throw InvalidInputException.badArgument(field,
						"'" + field + "' must be between " + least + " and " + most);
			}
			return value;
		};
	}

	private static List<String> words(List<String> words, String field) {
		if (words.size() > MOST_WORDS) {
			throw InvalidInputException.badArgument(field, "'" + field + "' has more than " + MOST_WORDS + " words");
		}
		return words.stream().map((word) -> InputText.line(word, LONGEST_WORD, field)).distinct().toList();
	}

}
