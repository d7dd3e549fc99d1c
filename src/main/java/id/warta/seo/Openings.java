package id.warta.seo;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

import id.warta.platform.Rows;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * How articles begin, for those that have no summary.
 */
@Component
class Openings {

	/** In characters; search engines show no more. */
	static final int LONGEST = 160;

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private final DatabaseClient database;

	Openings(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * The beginnings of articles that readers may see, by their ids, in one statement;
	 * those without a text are missing.
	 */
	Mono<Map<Long, String>> of(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return Mono.just(Map.of());
		}
		return this.database.sql("""
				select id, left(plain_text, :most) as opening from article
				where id = any(:ids) and visible and plain_text <> ''""")
			.bind("ids", ids.toArray(Long[]::new))
			.bind("most", 2 * LONGEST)
			.map((row) -> Map.entry(Rows.required(row, "id", Long.class), Rows.required(row, "opening", String.class)))
			.all()
			.collectMap(Map.Entry::getKey, (row) -> shortened(row.getValue()));
	}

	/**
	 * A text as one line of {@value #LONGEST} characters at most, cut between words.
	 */
	static String shortened(String text) {
		String line = SPACE.matcher(text).replaceAll(" ").strip();
		if (line.codePointCount(0, line.length()) <= LONGEST) {
			return line;
		}
		int end = line.offsetByCodePoints(0, LONGEST - 1);
		int space = line.lastIndexOf(' ', end);
		return line.substring(0, (space > 0) ? space : end) + "…";
	}

}
