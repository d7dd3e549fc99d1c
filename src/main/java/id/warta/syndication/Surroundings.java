package id.warta.syndication;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.warta.article.Article;
import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.media.ArticleMedia;
import id.warta.media.Media;
import id.warta.media.MediaKind;
import id.warta.media.MediaLibrary;
import id.warta.site.Site;
import id.warta.site.SiteSettings;
import id.warta.tag.Tags;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * What feeds say of articles that isn't theirs alone: who wrote them, what they are filed
 * under, their pictures. But for the pictures, which are one statement, it is held in
 * memory.
 */
@Component
class Surroundings {

	private final SiteSettings settings;

	private final Authors authors;

	private final Terms terms;

	private final MediaLibrary media;

	Surroundings(SiteSettings settings, Authors authors, Terms terms, MediaLibrary media) {
		this.settings = settings;
		this.authors = authors;
		this.terms = terms;
		this.media = media;
	}

	/**
	 * What articles are filed under.
	 */
	@Component
	record Terms(Categories categories, Tags tags) {

	}

	Site site() {
		return this.settings.current();
	}

	Mono<List<FeedEntry>> entries(List<Article> articles) {
		return this.media
			.byIds(articles.stream().map(Article::leadMediaId).filter(Objects::nonNull).distinct().toList())
			.map((media) -> articles.stream().map((article) -> entry(article, media)).toList());
	}

	private FeedEntry entry(Article article, Map<Long, Media> media) {
		return new FeedEntry(article, site(), this.authors.byline(article.contributions()),
				article.categoryIds().stream().map(this.terms.categories()::byId).filter(Objects::nonNull).toList(),
				article.tagIds().stream().map(this.terms.tags()::byId).filter(Objects::nonNull).toList(),
				picture(article, media));
	}

	private static @Nullable ArticleMedia picture(Article article, Map<Long, Media> media) {
		Media lead = (article.leadMediaId() != null) ? media.get(article.leadMediaId()) : null;
		return (lead != null && lead.kind() == MediaKind.IMAGE) ? new ArticleMedia(lead, article.leadCaption()) : null;
	}

}
