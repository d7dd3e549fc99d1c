package id.warta.site;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.media.Media;
import id.warta.media.MediaLibrary;
import id.warta.page.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * What articles and pages get from the site that they are on: addresses, links, dates.
 */
@Controller
class AddressController {

	private final SiteSettings settings;

	private final DateTexts dates;

	private final MediaLibrary media;

	AddressController(SiteSettings settings, DateTexts dates, MediaLibrary media) {
		this.settings = settings;
		this.dates = dates;
		this.media = media;
	}

	@SchemaMapping
	String canonicalUrl(Article article) {
		return Addresses.url(this.settings.current(), Article.class, article.slug());
	}

	@SchemaMapping
	String canonicalUrl(Page page) {
		return Addresses.url(this.settings.current(), Page.class, page.slug());
	}

	@SchemaMapping
	Mono<String> publishedAtText(Article article, @Argument @Nullable Locale locale,
			@Argument @Nullable String timeZone, @Argument DateStyle style) {
		return this.dates.text(article.publishedAt(), zone(timeZone), locale(locale), style);
	}

	@SchemaMapping
	Mono<String> updatedAtText(Article article, @Argument @Nullable Locale locale, @Argument @Nullable String timeZone,
			@Argument DateStyle style) {
		return this.dates.text(article.updatedAt(), zone(timeZone), locale(locale), style);
	}

	@SchemaMapping
	Mono<String> readingTimeText(Article article, @Argument @Nullable Locale locale) {
		return (article.readingMinutes() > 0)
				? this.dates.readingTime(article.readingMinutes(), zone(null), locale(locale)) : Mono.empty();
	}

	private ZoneId zone(@Nullable String asked) {
		return (asked != null) ? ZoneId.of(EditSiteInput.zone(asked, "timeZone")) : this.settings.current().zone();
	}

	private Locale locale(@Nullable Locale asked) {
		return (asked != null) ? asked : this.settings.current().locale();
	}

	@BatchMapping
	Mono<Map<Article, List<ShareLink>>> shareLinks(List<Article> articles) {
		return this.media
			.byIds(articles.stream().map(Article::leadMediaId).filter(Objects::nonNull).distinct().toList())
			.map((media) -> articles.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (article) -> shareLinks(article, media))));
	}

	private List<ShareLink> shareLinks(Article article, Map<Long, Media> media) {
		Media lead = (article.leadMediaId() != null) ? media.get(article.leadMediaId()) : null;
		String picture = (lead != null) ? Addresses.absolute(this.settings.current(), lead.url()) : null;
		return Arrays.stream(ShareNetwork.values())
			.map((network) -> shareLink(network, article, picture))
			.filter(Objects::nonNull)
			.toList();
	}

	private @Nullable ShareLink shareLink(ShareNetwork network, Article article, @Nullable String picture) {
		String link = network.link(canonicalUrl(article), article.title(), picture);
		return (link != null) ? new ShareLink(network, link) : null;
	}

}
