package id.warta.seo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.author.Author;
import id.warta.category.Category;
import id.warta.page.Page;
import id.warta.site.Site;
import id.warta.tag.Tag;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SeoController {

	private final Descriptions descriptions;

	private final LiveCoverage coverage;

	private final Alternates alternates;

	SeoController(Descriptions descriptions, LiveCoverage coverage, Alternates alternates) {
		this.descriptions = descriptions;
		this.coverage = coverage;
		this.alternates = alternates;
	}

	@BatchMapping(field = "seo")
	Mono<Map<Article, Seo>> articles(List<Article> articles) {
		return this.descriptions.ofArticles(articles);
	}

	@BatchMapping(field = "seo")
	Mono<Map<Author, Seo>> authors(List<Author> authors) {
		return this.descriptions.ofAuthors(authors);
	}

	@SchemaMapping
	Seo seo(Category category) {
		return this.descriptions.of(category);
	}

	@SchemaMapping
	Seo seo(Tag tag) {
		return this.descriptions.of(tag, tag.slug(), tag.name(), tag.description());
	}

	@SchemaMapping
	Seo seo(Page page) {
		return this.descriptions.of(page, page.slug(), page.title(), null);
	}

	@SchemaMapping
	Seo seo(Site site) {
		return this.descriptions.of(site);
	}

	@SchemaMapping
	List<SeoProperty> openGraph(Seo seo) {
		return OpenGraph.of(seo);
	}

	@BatchMapping
	Mono<Map<Seo, Map<String, Object>>> jsonLd(List<Seo> pages) {
		return this.coverage.of(pages)
			.map((live) -> pages.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(), (seo) -> JsonLd.of(seo, live))));
	}

	@BatchMapping
	Mono<Map<Seo, List<SeoAlternate>>> alternates(List<Seo> pages) {
		return this.alternates.of(pages);
	}

}
