package id.warta.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.warta.article.ArticleFilter;
import id.warta.category.Category;
import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads an {@code ArticleWhere} for a search. What documents are marked with, and dates,
 * the index answers, where all of the conditions given hold; what stands in {@code OR}
 * and {@code NOT}, and all else, is left to {@link ArticleFilter}.
 */
@Component
class SearchFilters {

	/** No document is marked so. */
	private static final String NOTHING = "'/'";

	private final Terms terms;

	SearchFilters(Terms terms) {
		this.terms = terms;
	}

	/**
	 * Reads the argument.
	 * @param where the argument, or null
	 */
	SearchFilter read(@Nullable Map<String, Object> where) {
		ArticleFilter.of(where, false);
		Reader reader = new Reader();
		Map<String, Object> rest = (where != null) ? reader.rest(where) : Map.of();
		String filed = reader.marks.isEmpty() ? null : String.join(" & ", reader.marks);
		return new SearchFilter(filed, reader.since, reader.before, ArticleFilter.of(rest, false));
	}

	private Stream<String> marks(String field, Map<?, ?> filter, String value) {
		return switch (field) {
			case "category" -> Stream.ofNullable(this.terms.categories().bySlug(value))
				.flatMap((category) -> Boolean.FALSE.equals(filter.get("descendants")) ? Stream.of(category)
						: this.terms.categories().withDescendants(category))
				.map(Category::id)
				.map((id) -> "/c" + id);
			case "tag" -> mark("/t", this.terms.tags().bySlug(value));
			case "author" -> mark("/w", this.terms.authors().bySlug(value));
			case "type" -> Stream.of("/k" + value);
			default -> Stream.of("/l" + value);
		};
	}

	private static Stream<String> mark(String prefix, @Nullable Node node) {
		return (node != null) ? Stream.of(prefix + node.id()) : Stream.empty();
	}

	private final class Reader {

		private final List<String> marks = new ArrayList<>();

		private Instant since = SearchFilter.FIRST;

		private Instant before = SearchFilter.LAST;

		/** What is left when the index has taken its part. */
		Map<String, Object> rest(Map<?, ?> where) {
			Map<String, Object> rest = new LinkedHashMap<>();
			where.forEach((field, value) -> {
				Object left = (value != null) ? left(field.toString(), value) : null;
				if (left != null) {
					rest.put(field.toString(), left);
				}
			});
			return rest;
		}

		private @Nullable Object left(String field, Object value) {
			switch (field) {
				case "AND" -> {
					List<Map<String, Object>> parts = ((List<?>) value).stream()
						.map((part) -> rest((Map<?, ?>) part))
						.filter((part) -> !part.isEmpty())
						.toList();
					return parts.isEmpty() ? null : parts;
				}
				case "category", "tag", "author", "type", "language" -> this.marks.add(any(field, (Map<?, ?>) value));
				case "publishedAt" -> narrow((Map<?, ?>) value);
				default -> {
					return value;
				}
			}
			return null;
		}

		private String any(String field, Map<?, ?> filter) {
			List<?> values = (filter.get("in") instanceof List<?> several) ? several : List.of(one(filter));
			String marks = values.stream()
				.flatMap((value) -> marks(field, filter, text(value)))
				.map((mark) -> "'" + mark + "'")
				.collect(Collectors.joining(" | "));
			return "(" + (marks.isEmpty() ? NOTHING : marks) + ")";
		}

		private static Object one(Map<?, ?> filter) {
			return Objects.requireNonNull(filter.get("eq"));
		}

		private static String text(Object value) {
			return (value instanceof Locale locale) ? locale.toLanguageTag() : value.toString();
		}

		private void narrow(Map<?, ?> filter) {
			if (filter.get("gte") != null) {
				Instant from = instant(filter.get("gte"));
				this.since = from.isAfter(this.since) ? from : this.since;
			}
			if (filter.get("lt") != null) {
				Instant until = instant(filter.get("lt"));
				this.before = until.isBefore(this.before) ? until : this.before;
			}
		}

		private static Instant instant(@Nullable Object value) {
			return (value instanceof OffsetDateTime time) ? time.toInstant() : Instant.parse(String.valueOf(value));
		}

	}

}
