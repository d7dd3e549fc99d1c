package id.warta.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Finds out what was probably meant by words that hardly any article has.
 */
@Component
class Spelling {

	private final DatabaseClient database;

	Spelling(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The query with other words that find something; empty if it is fine, or nothing
	 * better is known.
	 */
	Mono<String> better(SearchText text, SearchFilter filter) {
		Map<String, Object> parameters = new HashMap<>(text.parameters());
		String filed = filter.filed();
		if (filed != null) {
			parameters.put("filed", filed);
		}
		return this.database
			.sql("select unnest(search_spelling(:words, :groups, :excluded, :exact, %s))"
				.formatted((filed != null) ? ":filed::tsquery" : "null"))
			.bindValues(parameters)
			.mapValue(String.class)
			.all()
			.collectList()
			.filter((words) -> !words.isEmpty())
			.map((List<String> words) -> text.with(words));
	}

}
