package id.warta.seo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.ArticleTranslations;
import id.warta.site.Addresses;
import id.warta.site.Site;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Where articles are in all of their languages, by one statement for any number. Readers
 * of other languages are sent to the one in the site's language, or else to the one that
 * was first.
 */
@Component
class Alternates {

	private final ArticleTranslations translations;

	Alternates(ArticleTranslations translations) {
		this.translations = translations;
	}

	Mono<Map<Seo, List<SeoAlternate>>> of(List<Seo> pages) {
		List<Long> ids = pages.stream()
			.map(Seo::subject)
			.filter(Article.class::isInstance)
			.map((article) -> article.id())
			.distinct()
			.toList();
		Mono<Map<Long, List<Article>>> read = ids.isEmpty() ? Mono.just(Map.of())
				: this.translations.of(ids, ArticleFields.CARD);
		return read.map((translations) -> pages.stream()
			.distinct()
			.collect(Collectors.toMap(Function.identity(), (seo) -> alternates(seo, translations))));
	}

	private static List<SeoAlternate> alternates(Seo seo, Map<Long, List<Article>> translations) {
		if (!(seo.subject() instanceof Article article)) {
			return List.of();
		}
		List<Article> others = translations.getOrDefault(article.id(), List.of());
		if (others.isEmpty()) {
			return List.of();
		}
		List<Article> all = new ArrayList<>(others);
		all.add(article);
		return alternates(all, seo.site());
	}

	private static List<SeoAlternate> alternates(List<Article> all, Site site) {
		Map<String, Article> byLanguage = new TreeMap<>();
		all.forEach((article) -> byLanguage.putIfAbsent(article.language(), article));
		List<SeoAlternate> alternates = new ArrayList<>();
		byLanguage.forEach((language, article) -> alternates.add(new SeoAlternate(language, url(article, site))));
		alternates
			.add(new SeoAlternate("x-default", url(byDefault(byLanguage.values().stream().toList(), site), site)));
		return alternates;
	}

	private static Article byDefault(List<Article> all, Site site) {
		Comparator<Article> inSitesLanguageFirst = Comparator
			.comparing((article) -> !Locale.forLanguageTag(article.language())
				.getLanguage()
				.equals(site.locale().getLanguage()));
		return all.stream()
			.min(inSitesLanguageFirst.thenComparing(Article::firstPublishedAt).thenComparing(Article::id))
			.orElseThrow();
	}

	private static String url(Article article, Site site) {
		return Addresses.url(site, Article.class, article.slug());
	}

}
