package id.warta.comment.privacy;

import java.util.List;

/**
 * The answer to {@code eraseCommenter}.
 *
 * @param comments how many comments were found
 * @param bans how many bans still name the e-mail address
 */
record ErasurePayload(int comments, int bans) {

	public List<Object> errors() {
		return List.of();
	}

}
