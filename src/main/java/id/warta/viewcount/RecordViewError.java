package id.warta.viewcount;

import java.util.List;

/**
 * Why a view could not be counted.
 *
 * @param message for a person
 * @param code for a program
 * @param path the input's field that it is about
 */
record RecordViewError(String message, String code, List<String> path) {

	static final RecordViewError NOT_FOUND = new RecordViewError("There is no such article", "NOT_FOUND",
			List.of("articleId"));

	static final RecordViewError COUNTER_UNAVAILABLE = new RecordViewError("Views cannot be counted at the moment",
			"COUNTER_UNAVAILABLE", List.of());

}
