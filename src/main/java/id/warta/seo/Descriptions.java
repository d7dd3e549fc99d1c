package id.warta.seo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.media.ArticleMedia;
import id.warta.media.Media;
import id.warta.media.MediaKind;
import id.warta.media.MediaLibrary;
import id.warta.platform.Node;
import id.warta.seo.Seo.Filing;
import id.warta.site.Addresses;
import id.warta.site.Site;
import id.warta.site.SiteSettings;
import id.warta.tag.Tags;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Finds out what there is to say of pages: of any number of articles by one statement for
 * their pictures, and one for the beginnings of those without a summary.
 */
@Component
class Descriptions {

	private final SiteSettings settings;

	private final Terms terms;

	private final MediaLibrary media;

	private final Openings openings;

	Descriptions(SiteSettings settings, Terms terms, MediaLibrary media, Openings openings) {
		this.settings = settings;
		this.terms = terms;
		this.media = media;
		this.openings = openings;
	}

	/**
	 * What articles have to do with.
	 */
	@Component
	record Terms(Authors authors, Categories categories, Tags tags) {

		Filing filing(Article article) {
			Long category = article.primaryCategoryId();
			return new Filing(this.authors.byline(article.contributions()),
					(category != null) ? this.categories.path(category) : List.of(),
					article.tagIds().stream().map(this.tags::byId).filter(Objects::nonNull).toList());
		}

	}

	Mono<Map<Article, Seo>> ofArticles(List<Article> articles) {
		List<Long> unsummed = articles.stream()
			.filter((article) -> article.excerpt() == null)
			.map(Article::id)
			.distinct()
			.toList();
		return Mono
			.zip(this.media
				.byIds(articles.stream().map(Article::leadMediaId).filter(Objects::nonNull).distinct().toList()),
					this.openings.of(unsummed))
			.map((read) -> articles.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(),
						(article) -> of(article, read.getT1(), read.getT2().get(article.id())))));
	}

	private Seo of(Article article, Map<Long, Media> media, @Nullable String opening) {
		Site site = this.settings.current();
		Media picture = picture(article.leadMediaId(), media);
		return new Seo(site, article, article.title(), (article.excerpt() != null) ? article.excerpt() : opening,
				Addresses.url(site, Article.class, article.slug()),
				(picture != null) ? new ArticleMedia(picture, article.leadCaption()) : null,
				this.terms.filing(article));
	}

	Mono<Map<Author, Seo>> ofAuthors(List<Author> authors) {
		Site site = this.settings.current();
		return this.media.byIds(authors.stream().map(Author::pictureId).filter(Objects::nonNull).distinct().toList())
			.map((media) -> authors.stream().distinct().collect(Collectors.toMap(Function.identity(), (author) -> {
				Media picture = picture(author.pictureId(), media);
				return new Seo(site, author, author.name(), author.biography(),
						Addresses.url(site, Author.class, author.slug()),
						(picture != null) ? new ArticleMedia(picture, null) : null, Filing.NONE);
			})));
	}

	/**
	 * What there is to say of something without a picture.
	 * @param slug its slug
	 */
	Seo of(Node node, String slug, String name, @Nullable String description) {
		Site site = this.settings.current();
		return new Seo(site, node, name, description, Addresses.url(site, node.getClass(), slug), null, Filing.NONE);
	}

	Seo of(Category category) {
		Seo seo = of(category, category.slug(), category.name(), category.description());
		return seo.below(this.terms.categories().path(category.id()));
	}

	Seo of(Site site) {
		return new Seo(site, site, site.title(), site.tagline(), site.url() + "/", null, Filing.NONE);
	}

	private static @Nullable Media picture(@Nullable Long id, Map<Long, Media> media) {
		Media found = (id != null) ? media.get(id) : null;
		return (found != null && found.kind() == MediaKind.IMAGE) ? found : null;
	}

}
