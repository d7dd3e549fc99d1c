package id.warta.author;

import java.util.List;

/**
 * The answer to a mutation that an author is left of.
 *
 * @param author the author
 */
record AuthorPayload(Author author) {

	public List<Object> errors() {
		return List.of();
	}

}
