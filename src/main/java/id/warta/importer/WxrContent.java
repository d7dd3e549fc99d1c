package id.warta.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.warta.importer.store.ArticleRow;
import id.warta.importer.store.ArticleWriter;
import id.warta.importer.store.CommentRow;
import id.warta.importer.store.CommentWriter;
import id.warta.importer.store.PageRow;
import id.warta.importer.store.PageWriter;
import id.warta.importer.store.Settlement;
import id.warta.importer.wxr.WxrItem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Imports articles with their comments, and pages.
 */
@Component
class WxrContent {

	private final WxrLookup lookup;

	private final ArticleWriter articles;

	private final CommentWriter comments;

	private final PageWriter pages;

	WxrContent(WxrLookup lookup, ArticleWriter articles, CommentWriter comments, PageWriter pages) {
		this.lookup = lookup;
		this.articles = articles;
		this.comments = comments;
		this.pages = pages;
	}

	/**
	 * What importing a batch came to.
	 *
	 * @param pages the pages that were written
	 */
	record Result(ImportReport report, List<Settlement> pages) {

	}

	/**
	 * Imports a batch.
	 * @param pageParents who stands below whom among the pages
	 */
	Mono<Result> write(Source source, List<WxrItem> items, Ancestry pageParents) {
		ImportReport report = new ImportReport();
		return this.lookup.find(source, items, report)
			.flatMap((known) -> Mono.fromCallable(() -> rows(source, items, pageParents, known, report))
				.subscribeOn(Schedulers.boundedElastic()))
			.flatMap((rows) -> write(source, items, rows, report));
	}

	private static Rows rows(Source source, List<WxrItem> items, Ancestry pageParents, Known known,
			ImportReport report) {
		Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
		WxrArticles reader = new WxrArticles(source, known, report);
		for (WxrItem item : items) {
			if (item.type().equals("post")) {
				rows.articles.add(reader.article(item));
			}
			else {
				rows.pages.add(reader.page(item, pageParents.parent(item.id())));
				item.comments().forEach((comment) -> report.leaveOut("comment on a page: pages have none here"));
			}
		}
		return rows;
	}

	private Mono<Result> write(Source source, List<WxrItem> items, Rows rows, ImportReport report) {
		return this.articles.write(source.id(), rows.articles)
			.flatMap((articles) -> this.comments.write(source.id(), threads(source, items, articles.ids(), report))
				.doOnNext((comments) -> report.tally().add(articles.tally()).add(comments.tally())))
			.then(this.pages.write(source.id(), rows.pages))
			.map((pages) -> {
				report.tally().add(pages.tally());
				return new Result(report, pages.settlements());
			});
	}

	private static List<CommentRow> threads(Source source, List<WxrItem> items, Map<String, Long> articles,
			ImportReport report) {
		WxrThreads threads = new WxrThreads(source, report);
		List<CommentRow> rows = new ArrayList<>();
		for (WxrItem item : items) {
			Long article = articles.get(item.id());
			if (article != null) {
				rows.addAll(threads.rows(item, article));
			}
		}
		return rows;
	}

	private record Rows(List<ArticleRow> articles, List<PageRow> pages) {

	}

}
