package id.warta.search;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import graphql.schema.DataFetchingEnvironment;

import org.springframework.stereotype.Component;

/**
 * Reads what a search is asked for.
 */
@Component
class SearchRequests {

	private final SearchFilters filters;

	private final InstantSource clock;

	SearchRequests(SearchFilters filters, InstantSource clock) {
		this.filters = filters;
		this.clock = clock;
	}

	/**
	 * Reads the arguments of the field {@code search}. Ages are reckoned from the day's
	 * beginning, so that equal searches have equal answers.
	 */
	SearchRequest read(DataFetchingEnvironment environment) {
		return SearchRequest.of(SearchText.of(String.valueOf(environment.<Object>getArgument("query"))),
				this.filters.read(environment.getArgument("where")), environment,
				this.clock.instant().truncatedTo(ChronoUnit.DAYS));
	}

}
