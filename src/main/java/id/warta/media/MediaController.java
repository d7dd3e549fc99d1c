package id.warta.media;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.warta.article.Article;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

@Controller
class MediaController {

	private final MediaLibrary library;

	MediaController(MediaLibrary library) {
		this.library = library;
	}

	@BatchMapping
	Mono<Map<Article, ArticleMedia>> leadMedia(List<Article> articles) {
		List<Long> ids = articles.stream().map(Article::leadMediaId).filter(Objects::nonNull).distinct().toList();
		return this.library.byIds(ids)
			.map((media) -> articles.stream()
				.distinct()
				.filter((article) -> article.leadMediaId() != null && media.containsKey(article.leadMediaId()))
				.collect(Collectors.toMap(Function.identity(),
						(article) -> new ArticleMedia(Objects.requireNonNull(media.get(article.leadMediaId())),
								article.leadCaption()))));
	}

	@BatchMapping
	Mono<Map<Article, List<ArticleMedia>>> media(List<Article> articles) {
		return this.library.inArticles(articles.stream().map(Article::id).toList())
			.map((media) -> articles.stream()
				.distinct()
				.collect(Collectors.toMap(Function.identity(),
						(article) -> media.getOrDefault(article.id(), List.of()))));
	}

}
