package id.warta.liveblog;

import id.warta.platform.InvalidInputException;
import id.warta.platform.input.EditedColumns;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What an edit makes of an entry; what is omitted stays.
 *
 * @param title a line of text; null or blank for none
 * @param body HTML, which need not be sanitised
 * @param keyEvent whether it tells a turn of the story
 * @param authorId whose byline it carries; null if nobody is to be named
 */
public record EntryEdit(ArgumentValue<String> title, ArgumentValue<String> body, ArgumentValue<Boolean> keyEvent,
		ArgumentValue<Long> authorId) {

	/**
	 * An edit that changes all of the text.
	 */
	static EntryEdit of(EntryText text) {
		return new EntryEdit(ArgumentValue.ofNullable(text.title()), ArgumentValue.ofNullable(text.body()),
				ArgumentValue.ofNullable(text.keyEvent()), ArgumentValue.omitted());
	}

	/**
	 * The columns to change.
	 * @throws InvalidInputException with {@code BAD_ARGUMENT}
	 */
	EditedColumns columns() {
		return new EditedColumns().clearable("title", "title", this.title, EntryText::line)
			.set("body", "body", this.body, EntryText::html)
			.set("key_event", "keyEvent", this.keyEvent)
			.clearable("author_id", "authorId", this.authorId, (author, field) -> author)
			.requireAny();
	}

}
