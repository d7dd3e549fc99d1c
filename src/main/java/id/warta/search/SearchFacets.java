package id.warta.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.tag.Tag;

/**
 * How many candidates of a search are filed under what, the most first.
 *
 * @param categories by category
 * @param tags by tag
 * @param authors by author
 * @param months by month
 */
record SearchFacets(List<CategoryFacet> categories, List<TagFacet> tags, List<AuthorFacet> authors,
		List<MonthFacet> months) {

	static final SearchFacets NONE = new SearchFacets(List.of(), List.of(), List.of(), List.of());

	/**
	 * Of a category.
	 *
	 * @param category the category
	 * @param count how many candidates are filed under it or below
	 */
	record CategoryFacet(Category category, long count) {

	}

	/**
	 * Of a tag.
	 *
	 * @param tag the tag
	 * @param count how many candidates have it
	 */
	record TagFacet(Tag tag, long count) {

	}

	/**
	 * Of an author.
	 *
	 * @param author the author
	 * @param count in how many candidates they had a part
	 */
	record AuthorFacet(Author author, long count) {

	}

	/**
	 * Of a month.
	 *
	 * @param date its first day, in the site's time zone
	 * @param startsAt when it starts
	 * @param endsAt when the next one starts
	 * @param count how many candidates carry a date in it
	 */
	record MonthFacet(LocalDate date, Instant startsAt, Instant endsAt, long count) {

	}

}
