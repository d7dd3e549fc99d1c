package id.warta.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import id.warta.article.ArticleList.Kind;
import id.warta.platform.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code ArticleWhere} says, as SQL over {@code article a}.
 *
 * @param condition the condition, {@code true} if there is none
 * @param parameters what it binds
 * @param list the list that all articles must stand in, if the condition is that (and
 * perhaps more); then the page is read from that list's index, and the list's condition
 * is not in {@link #condition}
 */
public record ArticleFilter(String condition, Map<String, Object> parameters, @Nullable Listed list) {

	static final ArticleFilter NONE = new ArticleFilter("true", Map.of(), null);

	private static final int MAX_DEPTH = 5;

	private static final int MAX_LEAVES = 30;

	private static final int MAX_VALUES = 100;

	/**
	 * A list named by the slug of its category, tag or author.
	 *
	 * @param kind what the list is of
	 * @param slug the slug
	 */
	public record Listed(Kind kind, String slug) {

		/**
		 * The list's id, as SQL; null if nothing has the slug.
		 */
		String id() {
			return "(select id from " + table(this.kind) + " where slug = :listSlug)";
		}

	}

	/**
	 * Reads an {@code ArticleWhere}.
	 * @param where the argument, or null
	 * @param listed whether a list may be taken out of the condition
	 */
	public static ArticleFilter of(@Nullable Map<String, Object> where, boolean listed) {
		if (where == null || where.isEmpty()) {
			return NONE;
		}
		Map<String, Object> rest = new LinkedHashMap<>(where);
		Listed list = listed ? takeList(rest) : null;
		Reader reader = new Reader();
		String condition = reader.all(rest, 0);
		return new ArticleFilter(condition, reader.parameters, list);
	}

	/**
	 * Whether there is no condition but the list, if there is one.
	 */
	public boolean isList() {
		return this.condition.equals("true");
	}

	/**
	 * What a statement with the condition binds.
	 */
	public Map<String, Object> bindings() {
		Map<String, Object> bindings = new LinkedHashMap<>();
		this.parameters.forEach((name, value) -> bindings.put(name,
				(value instanceof List<?> values) ? values.toArray(String[]::new) : value));
		if (this.list != null) {
			bindings.put("listSlug", this.list.slug());
		}
		return bindings;
	}

	private static @Nullable Listed takeList(Map<String, Object> where) {
		for (String field : List.of("category", "tag", "author")) {
			if (where.get(field) instanceof Map<?, ?> filter && filter.get("eq") instanceof String slug
					&& filter.get("in") == null) {
				where.remove(field);
				return new Listed(kind(field, filter), slug);
			}
		}
		return null;
	}

	private static Kind kind(String field, Map<?, ?> filter) {
		return switch (field) {
			case "category" -> Boolean.FALSE.equals(filter.get("descendants")) ? Kind.CATEGORY : Kind.SUBTREE;
			case "tag" -> Kind.TAG;
			default -> Kind.AUTHOR;
		};
	}

	private static String table(Kind kind) {
		return switch (kind) {
			case CATEGORY, SUBTREE -> "category";
			case TAG -> "tag";
			case AUTHOR -> "author";
			case SITE -> throw new IllegalArgumentException("the site's list has no slug");
		};
	}

	private static final class Reader {

		private final Map<String, Object> parameters = new LinkedHashMap<>();

		private int leaves;

		String all(Map<?, ?> where, int depth) {
			if (depth > MAX_DEPTH) {
				throw InvalidInputException.badArgument("where", "'where' is nested deeper than " + MAX_DEPTH);
			}
			List<String> conditions = new ArrayList<>();
			where.forEach((field, value) -> {
				if (value != null) {
					conditions.add(one(field.toString(), value, depth));
				}
			});
			return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
		}

		private String one(String field, Object value, int depth) {
			return switch (field) {
				case "AND" -> join((List<?>) value, " and ", "true", depth);
				case "OR" -> join((List<?>) value, " or ", "false", depth);
				case "NOT" -> "not (" + all((Map<?, ?>) value, depth + 1) + ")";
				default -> leaf(field, (Map<?, ?>) value);
			};
		}

		private String join(List<?> parts, String operator, String none, int depth) {
			return parts.isEmpty() ? none
					: parts.stream()
						.map((part) -> "(" + all((Map<?, ?>) part, depth + 1) + ")")
						.collect(Collectors.joining(operator, "(", ")"));
		}

		private String leaf(String field, Map<?, ?> filter) {
			if (++this.leaves > MAX_LEAVES) {
				throw InvalidInputException.badArgument("where", "'where' has more than " + MAX_LEAVES + " conditions");
			}
			return switch (field) {
				case "category", "tag", "author" -> listed(kind(field, filter), values(field, filter));
				case "type" -> "a.type " + equal(values(field, filter));
				case "language" -> "a.language " + equal(values(field, filter));
				case "featured" -> yes(filter, "a.featured");
				case "breaking" -> yes(filter, "(a.breaking_until is not null and a.breaking_until > now())");
				case "publishedAt" -> between("a.published_at", filter);
				case "updatedAt" -> between("a.updated_at", filter);
				default -> throw InvalidInputException.badArgument("where", "'where' has an unknown field");
			};
		}

		private String listed(Kind kind, List<String> slugs) {
			return """
					exists (select from article_listing x where x.article_id = a.id and x.list = '%s'
					    and x.list_id in (select id from %s where slug = any(%s)))""".formatted(kind.column(),
					table(kind), bind(slugs));
		}

		private static String yes(Map<?, ?> filter, String condition) {
			return Boolean.FALSE.equals(filter.get("eq")) ? "not " + condition : condition;
		}

		private String between(String column, Map<?, ?> filter) {
			List<String> bounds = new ArrayList<>();
			if (filter.get("gte") != null) {
				bounds.add(column + " >= " + bind(instant(filter.get("gte"))));
			}
			if (filter.get("lt") != null) {
				bounds.add(column + " < " + bind(instant(filter.get("lt"))));
			}
			return bounds.isEmpty() ? "true" : String.join(" and ", bounds);
		}

		private static Instant instant(@Nullable Object value) {
			return (value instanceof OffsetDateTime time) ? time.toInstant() : Instant.parse(String.valueOf(value));
		}

		private static List<String> values(String field, Map<?, ?> filter) {
			Object one = filter.get("eq");
			Object many = filter.get("in");
			if ((one == null) == (many == null)) {
				throw InvalidInputException.badArgument("where", "'" + field + "' needs either 'eq' or 'in'");
			}
			List<String> values = (one != null) ? List.of(text(one))
					: ((List<?>) many).stream().map(Reader::text).toList();
			if (values.size() > MAX_VALUES) {
				throw InvalidInputException.badArgument("where",
						"'" + field + "' has more than " + MAX_VALUES + " values");
			}
			return values;
		}

		private static String text(Object value) {
			return (value instanceof Locale locale) ? locale.toLanguageTag() : value.toString();
		}

		/** With one value, an index by it and the date gives the order as well. */
		private String equal(List<String> values) {
			return (values.size() == 1) ? "= " + bind(values.get(0)) : "= any(" + bind(values) + ")";
		}

		private String bind(Object value) {
			String name = "w" + this.parameters.size();
			this.parameters.put(name, value);
			return ":" + name;
		}

	}

}
