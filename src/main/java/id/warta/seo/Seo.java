package id.warta.seo;

import java.util.List;

import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.media.ArticleMedia;
import id.warta.platform.Node;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.tag.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a page.
 *
 * @param site the site that it is on
 * @param subject what it shows
 * @param name what it shows is called
 * @param description what it is about, as plain text
 * @param canonicalUrl its full address
 * @param picture what it is shown with
 * @param filing where it stands
 */
record Seo(Site site, Node subject, String name, @Nullable String description, String canonicalUrl,
		@Nullable ArticleMedia picture, Filing filing) {

	/**
	 * Where an article or a category stands.
	 *
	 * @param authors who wrote it
	 * @param path the categories that lead to it, from the top down
	 * @param tags its tags
	 */
	record Filing(List<Author> authors, List<Category> path, List<Tag> tags) {

		static final Filing NONE = new Filing(List.of(), List.of(), List.of());

	}

	/**
	 * The same at the end of a path.
	 * @param path the categories from the top down, the page's own last
	 */
	Seo below(List<Category> path) {
		return new Seo(this.site, this.subject, this.name, this.description, this.canonicalUrl, this.picture,
				new Filing(List.of(), path.subList(0, Math.max(0, path.size() - 1)), List.of()));
	}

	/**
	 * For the page's {@code title}: the home page's has the line below the name, all
	 * others the site's name.
	 */
	public String title() {
		if (this.subject instanceof Site) {
			return (this.site.tagline() != null) ? this.name + " - " + this.site.tagline() : this.name;
		}
		return this.name + " - " + this.site.title();
	}

	/**
	 * The picture's full address.
	 */
	public @Nullable String image() {
		return (this.picture != null) ? Addresses.absolute(this.site, this.picture.media().url()) : null;
	}

}
