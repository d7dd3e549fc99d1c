package id.warta.seo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.article.ArticleType;
import id.warta.liveblog.LiveBlog;
import id.warta.liveblog.LiveBlogLoader;
import id.warta.seo.ArticleJsonLd.Live;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The live blogs of articles that have one, by two statements for any number.
 */
@Component
class LiveCoverage {

	/** How many entries search engines are told of. */
	private static final int ENTRIES = 20;

	private final LiveBlogLoader blogs;

	LiveCoverage(LiveBlogLoader blogs) {
		this.blogs = blogs;
	}

	/**
	 * By the articles' ids.
	 */
	Mono<Map<Long, Live>> of(List<Seo> pages) {
		List<Long> ids = pages.stream()
			.map(Seo::subject)
			.filter((subject) -> subject instanceof Article article && article.type() == ArticleType.LIVE)
			.map((subject) -> subject.id())
			.distinct()
			.toList();
		return ids.isEmpty() ? Mono.just(Map.of())
				: Mono.zip(this.blogs.ofArticles(ids), this.blogs.newest(ids, ENTRIES))
					.map((read) -> read.getT1()
						.values()
						.stream()
						.collect(Collectors.toMap(LiveBlog::articleId,
								(blog) -> new Live(blog, read.getT2().getOrDefault(blog.articleId(), List.of())))));
	}

}
