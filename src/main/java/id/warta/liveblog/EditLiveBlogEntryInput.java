package id.warta.liveblog;

import id.warta.platform.InvalidInputException;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What to make of an entry; what is omitted stays.
 *
 * @param entryId its global id
 * @param revision the revision that was edited
 * @param title its headline
 * @param body HTML
 * @param keyEvent whether it tells a turn of the story
 * @param authorId the global id of whose byline it carries
 */
record EditLiveBlogEntryInput(String entryId, int revision, ArgumentValue<String> title, ArgumentValue<String> body,
		ArgumentValue<Boolean> keyEvent, ArgumentValue<String> authorId) {

	long entry() {
		return EntryInput.entry(this.entryId);
	}

	/**
	 * The edit.
	 * @throws InvalidInputException with {@code BAD_ID} if that is no author's id
	 */
	EntryEdit edit() {
		return new EntryEdit(this.title, this.body, this.keyEvent, author());
	}

	private ArgumentValue<Long> author() {
		return this.authorId.isOmitted() ? ArgumentValue.omitted()
				: ArgumentValue.ofNullable(AddLiveBlogEntryInput.author(this.authorId.value()));
	}

}
