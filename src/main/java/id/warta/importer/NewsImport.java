package id.warta.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import id.warta.article.ArticleText;
import id.warta.importer.news.NewsArticle;
import id.warta.importer.news.NewsReader;
import id.warta.importer.news.NewsRow;
import id.warta.importer.news.OddRow;
import id.warta.importer.news.Section;
import id.warta.importer.store.ArticleRow;
import id.warta.importer.store.ArticleWriter;
import id.warta.importer.store.Kind;
import id.warta.importer.store.TermRow;
import id.warta.importer.store.TermWriter;
import id.warta.platform.input.Slugs;
import org.jsoup.nodes.Entities;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Imports the corpus of Indonesian news, whole or not at all. An article is known by its
 * address, its author by name, its category by the section that the address tells.
 */
@Component
public class NewsImport {

	/** All newspapers are one source: they share authors and sections. */
	private static final String SOURCE = "news-corpus";

	private static final String LANGUAGE = "id";

	private static final int BATCH = 200;

	private final TermWriter terms;

	private final ArticleWriter articles;

	private final ImportAnnouncement announcement;

	private final ImportTransactions transactions;

	NewsImport(TermWriter terms, ArticleWriter articles, ImportAnnouncement announcement,
			ImportTransactions transactions) {
		this.terms = terms;
		this.articles = articles;
		this.announcement = announcement;
		this.transactions = transactions;
	}

	/**
	 * Imports a file.
	 * @param bytesRead is told of every portion of bytes that was read
	 */
	public Mono<ImportReport> whole(Path file, LongConsumer bytesRead) {
		return Mono.defer(() -> {
			ImportReport report = new ImportReport();
			return this.transactions
				.one(batches(file, bytesRead).concatMap((batch) -> write(batch, report), 0)
					.then(Mono.defer(() -> this.announcement.make(SOURCE, report))))
				.thenReturn(report);
		});
	}

	private static Flux<List<NewsRow>> batches(Path file, LongConsumer bytesRead) {
		return Flux
			.<List<NewsRow>, NewsReader>generate(() -> NewsReader.open(file, bytesRead), NewsImport::next,
					NewsReader::close)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private static NewsReader next(NewsReader reader, SynchronousSink<List<NewsRow>> sink) {
		List<NewsRow> batch = new ArrayList<>();
		for (NewsRow row = reader.next(); row != null; row = (batch.size() < BATCH) ? reader.next() : null) {
			batch.add(row);
		}
		if (batch.isEmpty()) {
			sink.complete();
		}
		else {
			sink.next(batch);
		}
		return reader;
	}

	private Mono<Void> write(List<NewsRow> batch, ImportReport report) {
		List<NewsArticle> readable = new ArrayList<>();
		for (NewsRow row : batch) {
			if (row instanceof NewsArticle article) {
				readable.add(article);
				article.oddities().forEach((oddity) -> report.note("row at line %d: %s".formatted(row.line(), oddity)));
			}
			else if (row instanceof OddRow odd) {
				report.leaveOut("row at line " + odd.line(), odd.reason());
			}
		}
		return authors(readable, report).flatMap((authors) -> categories(readable, report)
			.flatMap((categories) -> this.articles.write(SOURCE,
					readable.stream().map((article) -> row(article, authors, categories)).toList()))
			.doOnNext((written) -> report.tally().add(written.tally()))).then();
	}

	private Mono<Map<String, Long>> authors(List<NewsArticle> articles, ImportReport report) {
		List<TermRow> rows = articles.stream()
			.flatMap((article) -> article.authors().stream())
			.distinct()
			.map((name) -> TermRow.author(name, Slugs.of(name, "author"), name))
			.toList();
		return ensure(Kind.AUTHOR, rows, report);
	}

	private Mono<Map<String, Long>> categories(List<NewsArticle> articles, ImportReport report) {
		Set<TermRow> rows = new LinkedHashSet<>();
		for (NewsArticle article : articles) {
			String parent = null;
			for (Section section : article.sections()) {
				rows.add(new TermRow(section.slug(), null, section.slug(), section.name(), null, parent));
				parent = section.slug();
			}
		}
		return ensure(Kind.CATEGORY, rows, report);
	}

	private Mono<Map<String, Long>> ensure(Kind kind, Collection<TermRow> rows, ImportReport report) {
		return this.terms.ensure(SOURCE, kind, rows).map((written) -> {
			report.tally().add(written.tally());
			return written.ids();
		});
	}

	private static ArticleRow row(NewsArticle article, Map<String, Long> authors, Map<String, Long> categories) {
		String body = article.paragraphs()
			.stream()
			.map((paragraph) -> "<p>" + Entities.escape(paragraph) + "</p>")
			.collect(Collectors.joining("\n"));
		List<Long> filed = new ArrayList<>();
		for (Section section : article.sections()) {
			filed.add(0, Objects.requireNonNull(categories.get(section.slug())));
		}
		return new ArticleRow(article.address(), article.slug().isEmpty() ? Slugs.of(article.title()) : article.slug(),
				List.of(), (article.publishedAt() != null) ? "PUBLISHED" : "DRAFT", article.title(), null,
				ArticleText.of(body), LANGUAGE, null, false, article.publishedAt(), article.publishedAt(), null,
				article.authors().stream().map(authors::get).filter(Objects::nonNull).distinct().toList(),
				filed.stream().limit(1).toList(), List.of(), List.of());
	}

}
