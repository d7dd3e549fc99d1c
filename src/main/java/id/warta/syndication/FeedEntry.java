package id.warta.syndication;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.media.ArticleMedia;
import id.warta.platform.HtmlSanitiser;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.tag.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * An article in a feed.
 *
 * @param article the article
 * @param site the site that it is on
 * @param authors who wrote it
 * @param categories the primary category first
 * @param tags its tags in order
 * @param picture the picture above the text
 * @param body the text as sanitised HTML with absolute addresses; empty until it is read
 */
record FeedEntry(Article article, Site site, List<Author> authors, List<Category> categories, List<Tag> tags,
		@Nullable ArticleMedia picture, String body) {

	FeedEntry(Article article, Site site, List<Author> authors, List<Category> categories, List<Tag> tags,
			@Nullable ArticleMedia picture) {
		this(article, site, authors, categories, tags, picture, "");
	}

	/**
	 * A name that stays the same whatever becomes of the article and its address (RFC
	 * 4151).
	 */
	String id() {
		String host = UriComponentsBuilder.fromUriString(this.site.url()).build().getHost();
		return "tag:%s,%s:article/%d".formatted(Objects.requireNonNullElse(host, "localhost"),
				this.article.firstPublishedAt().atOffset(ZoneOffset.UTC).toLocalDate(), this.article.id());
	}

	String url() {
		return Addresses.url(this.site, Article.class, this.article.slug());
	}

	String url(Author author) {
		return Addresses.url(this.site, Author.class, author.slug());
	}

	/**
	 * The picture's full address.
	 */
	String url(ArticleMedia picture) {
		return Addresses.absolute(this.site, picture.media().url());
	}

	FeedEntry withBody(String html) {
		return new FeedEntry(this.article, this.site, this.authors, this.categories, this.tags, this.picture,
				HtmlSanitiser.clean(html, url()));
	}

}
