package id.warta.author;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code deleteAuthor}.
 *
 * @param deletedId the global id of the author that is no more
 * @param replacement what took over what it had
 */
record DeleteAuthorPayload(String deletedId, @Nullable Author replacement) {

	public List<Object> errors() {
		return List.of();
	}

}
