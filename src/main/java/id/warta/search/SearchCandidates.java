package id.warta.search;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The articles that a search looks at, as SQL: the newest that match, so that a search
 * costs the same on a site of any size.
 *
 * @param text what is looked for
 * @param filter among which articles
 * @param before where to begin, exclusive
 * @param beforeId the id that goes with it
 * @param since where to end, inclusive
 * @param sinceId the id that goes with it
 * @param most how many
 */
record SearchCandidates(SearchText text, SearchFilter filter, Instant before, long beforeId, Instant since,
		long sinceId, int most) {

	/** How many candidates a search has. */
	static final int BOUND = 1000;

	/**
	 * How many articles are looked at for conditions that no index answers, to find the
	 * candidates among them.
	 */
	static final int LOOKED_AT = 10_000;

	/**
	 * In how many documents phrases are looked for, of those that have their words.
	 */
	private static final int READ = 5000;

	/**
	 * The newest articles that match.
	 */
	static SearchCandidates newest(SearchText text, SearchFilter filter, int most) {
		return new SearchCandidates(text, filter, filter.before(), 0, filter.since(), 0, most);
	}

	/**
	 * The candidates of the page before, of which the cursor is. What was published since
	 * comes on top, as long as it isn't more than there were.
	 */
	SearchCandidates downTo(SearchCursor last) {
		return new SearchCandidates(this.text, this.filter, this.before, this.beforeId, last.floor(), last.floorId(),
				this.most + BOUND);
	}

	/**
	 * The hits behind a place, if these are ordered by date.
	 */
	SearchCandidates behind(SearchCursor after) {
		return new SearchCandidates(this.text, this.filter, after.publishedAt(), after.id(), this.since, this.sinceId,
				this.most);
	}

	/**
	 * Two common table expressions: {@code asked}, a row with the {@code query}, and
	 * {@code found}, the candidates' {@code article_id} and {@code published_at}.
	 */
	String sql() {
		String query = "search_query(:words, :groups, :excluded, :exact, %s, %%s)"
			.formatted((this.filter.filed() != null) ? ":filed::tsquery" : "null");
		return """
				asked as materialized (
				    select %s as query, %s as loose),
				found as materialized (
				    select n.article_id, n.published_at from asked
				    cross join lateral search_newest(asked.query, :before, :beforeId, :since, :sinceId, :lookedAt,
				        asked.loose, :read) n%s
				    order by n.published_at desc, n.article_id desc limit :most)""".formatted(query.formatted("false"),
				query.formatted("true"), this.filter.hasRest()
						? "\n    join article a on a.id = n.article_id where " + this.filter.rest().condition() : "");
	}

	/**
	 * What {@link #sql()} binds.
	 */
	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>(this.text.parameters());
		parameters.putAll(this.filter.rest().bindings());
		parameters.putAll(Map.of("before", this.before, "beforeId", this.beforeId, "since", this.since, "sinceId",
				this.sinceId, "most", this.most));
		parameters.put("lookedAt", this.filter.hasRest() ? LOOKED_AT + this.most : this.most);
		parameters.put("read", READ + this.most);
		if (this.filter.filed() != null) {
			parameters.put("filed", this.filter.filed());
		}
		return parameters;
	}

}
