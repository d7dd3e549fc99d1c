package id.warta.comment.privacy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept about an e-mail address, as the answer to {@code exportCommenter}.
 *
 * @param data by {@code comments} and {@code bans}
 * @param complete whether there are no more comments than that
 */
record CommenterExport(Map<String, List<Map<String, @Nullable Object>>> data, boolean complete) {

	public List<Object> errors() {
		return List.of();
	}

	/**
	 * How many comments it holds.
	 */
	int comments() {
		return this.data.getOrDefault("comments", List.of()).size();
	}

}
