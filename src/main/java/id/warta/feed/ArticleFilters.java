package id.warta.feed;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

import id.warta.article.ArticleChange;
import id.warta.author.Author;
import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.tag.Tag;
import id.warta.tag.Tags;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Which changes of articles an {@code ArticleFeedWhere} lets through. Slugs and the tree
 * of categories are looked up for each change, so that what is made, renamed or moved
 * while a stream lasts counts as it is then. Nothing is read but memory.
 */
@Component
class ArticleFilters {

	private final Categories categories;

	private final Tags tags;

	private final Authors authors;

	ArticleFilters(Categories categories, Tags tags, Authors authors) {
		this.categories = categories;
		this.tags = tags;
		this.authors = authors;
	}

	Predicate<ArticleChange> of(ArticleFeedWhere where) {
		return category(where.category())
			.and(slug(where.tag(), ArticleChange::tagIds, (id) -> one(this.tags.byId(id), Tag::slug)))
			.and(slug(where.author(), ArticleChange::authorIds, (id) -> one(this.authors.byId(id), Author::slug)));
	}

	private Predicate<ArticleChange> category(@Nullable CategoryFilter filter) {
		return (filter == null) ? (change) -> true : slug(filter.slugs(), ArticleChange::categoryIds,
				filter.descendants() ? this::slugsOnPath : (id) -> one(this.categories.byId(id), Category::slug));
	}

	private Stream<String> slugsOnPath(long category) {
		return this.categories.path(category).stream().map(Category::slug);
	}

	private static <T> Stream<String> one(@Nullable T found, Function<T, String> slug) {
		return (found != null) ? Stream.of(Objects.requireNonNull(slug.apply(found))) : Stream.empty();
	}

	private static Predicate<ArticleChange> slug(@Nullable SlugFilter filter, Function<ArticleChange, List<Long>> ids,
			LongFunction<Stream<String>> slugsOf) {
		return (filter == null) ? (change) -> true : slug(filter.slugs(), ids, slugsOf);
	}

	private static Predicate<ArticleChange> slug(Set<String> wanted, Function<ArticleChange, List<Long>> ids,
			LongFunction<Stream<String>> slugsOf) {
		return (change) -> ids.apply(change).stream().flatMap(slugsOf::apply).anyMatch(wanted::contains);
	}

}
