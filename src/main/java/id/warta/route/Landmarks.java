package id.warta.route;

import java.util.List;

import id.warta.author.Author;
import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.page.Page;
import id.warta.page.Pages;
import id.warta.platform.Node;
import id.warta.site.Addresses;
import id.warta.site.SiteSettings;
import id.warta.tag.Tag;
import id.warta.tag.Tags;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What is found without asking the database.
 */
@Component
class Landmarks {

	private final SiteSettings settings;

	private final Categories categories;

	private final Tags tags;

	private final Authors authors;

	private final Pages pages;

	Landmarks(SiteSettings settings, Categories categories, Tags tags, Authors authors, Pages pages) {
		this.settings = settings;
		this.categories = categories;
		this.tags = tags;
		this.authors = authors;
		this.pages = pages;
	}

	@Nullable Node at(List<String> segments) {
		if (segments.isEmpty()) {
			return this.settings.current();
		}
		String last = segments.get(segments.size() - 1);
		if (segments.size() == 1) {
			return this.pages.bySlug(last);
		}
		return switch (segments.get(0)) {
			case "category" -> category(last);
			case "tag" -> (segments.size() == 2) ? tag(last) : null;
			case "author" -> (segments.size() == 2) ? author(last) : null;
			default -> page(segments);
		};
	}

	private @Nullable Category category(String slug) {
		Category category = this.categories.bySlug(slug);
		return (category != null) ? category : this.categories.byFormerSlug(slug);
	}

	private @Nullable Tag tag(String slug) {
		Tag tag = this.tags.bySlug(slug);
		return (tag != null) ? tag : this.tags.byFormerSlug(slug);
	}

	private @Nullable Author author(String slug) {
		Author author = this.authors.bySlug(slug);
		return (author != null) ? author : this.authors.byFormerSlug(slug);
	}

	/** A page by the slugs of all pages above it, as WordPress has it. */
	private @Nullable Page page(List<String> segments) {
		int last = segments.size() - 1;
		Page page = this.pages.bySlug(segments.get(last));
		Page found = (page != null) ? page : this.pages.byFormerSlug(segments.get(last));
		return (found != null && above(found).equals(segments.subList(0, last))) ? found : null;
	}

	private List<String> above(Page page) {
		List<String> path = this.pages.path(page).stream().map(Page::slug).toList();
		return path.subList(0, path.size() - 1);
	}

	/** What was at an address that nothing else is at now. */
	@Nullable Page formerly(List<String> segments) {
		return (segments.size() == 1) ? this.pages.byFormerSlug(segments.get(0)) : null;
	}

	/**
	 * The path of what is found so.
	 */
	static String path(Node landmark) {
		if (landmark instanceof Category category) {
			return Addresses.path("Category", category.slug());
		}
		if (landmark instanceof Tag tag) {
			return Addresses.path("Tag", tag.slug());
		}
		if (landmark instanceof Author author) {
			return Addresses.path("Author", author.slug());
		}
		return (landmark instanceof Page page) ? Addresses.path("Page", page.slug()) : "/";
	}

}
