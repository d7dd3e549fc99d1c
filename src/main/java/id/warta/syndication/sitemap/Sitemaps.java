package id.warta.syndication.sitemap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import id.warta.site.Site;
import id.warta.site.SiteSettings;
import id.warta.syndication.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers with sitemaps (sitemaps.org 0.9, with Google's extensions for pictures and
 * news). Parts of articles are written as they are read and as fast as the client takes
 * them, so that they cost the same memory at any size; all else is small.
 */
@Component
class Sitemaps {

	private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

	/** In bytes, about; the server takes up to 128 pieces ahead of the client. */
	private static final int PIECE = 16 << 10;

	/** How long a client may take none of them. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

	private final SitemapArticles articles;

	private final SitemapPages pages;

	private final SiteSettings settings;

	Sitemaps(SitemapArticles articles, SitemapPages pages, SiteSettings settings) {
		this.articles = articles;
		this.pages = pages;
		this.settings = settings;
		// The library reads files when it is first used
		SitemapXml.index().end();
	}

	/**
	 * The parts that there are.
	 */
	Mono<ServerResponse> index(ServerRequest request) {
		return this.articles.parts().flatMap((parts) -> {
			SitemapXml index = SitemapXml.index();
			for (int part = 1; part <= this.pages.parts(); part++) {
				index.add(site().url() + "/sitemap-pages-" + part + ".xml", null);
			}
			parts.forEach((part) -> index.add(site().url() + "/sitemap-articles-" + (part.number() + 1) + ".xml",
					part.lastModified()));
			return answer(index);
		});
	}

	/**
	 * A part of what is no article.
	 */
	Mono<ServerResponse> pages(ServerRequest request) {
		return number(request).filter((number) -> number < this.pages.parts())
			.switchIfEmpty(nothing())
			.flatMap((number) -> this.pages.part(number, site()))
			.flatMap((entries) -> {
				SitemapXml sitemap = SitemapXml.sitemap();
				entries.forEach(sitemap::add);
				return answer(sitemap);
			});
	}

	/**
	 * What is new.
	 */
	Mono<ServerResponse> news(ServerRequest request) {
		Site site = site();
		return this.articles.news(site).flatMap((entries) -> {
			SitemapXml sitemap = SitemapXml.news();
			entries.forEach((entry) -> sitemap.add(entry, site.title()));
			return answer(sitemap);
		});
	}

	private static Mono<ServerResponse> answer(SitemapXml sitemap) {
		sitemap.end();
		return Document.of(sitemap.take(), XML).answer();
	}

	/**
	 * A part of the articles. Its first page is read before the answer begins, so that
	 * there is still a status for what goes wrong; later, the connection is cut.
	 */
	Mono<ServerResponse> articles(ServerRequest request) {
		return number(request).flatMap(this.articles::first)
			.switchIfEmpty(nothing())
			.flatMap((first) -> answer(request.method(), first));
	}

	private Mono<ServerResponse> answer(HttpMethod method, SitemapArticles.Page first) {
		ServerResponse.BodyBuilder response = ServerResponse.ok()
			.contentType(XML)
			.cacheControl(CacheControl.maxAge(Document.FRESH).cachePublic());
		return (method == HttpMethod.HEAD) ? response.build()
				: response.build((exchange, context) -> exchange.getResponse()
					.writeWith(pieces(first).map(exchange.getResponse().bufferFactory()::wrap)));
	}

	private Flux<byte[]> pieces(SitemapArticles.Page first) {
		return Flux.defer(() -> {
			Site site = site();
			SitemapXml sitemap = SitemapXml.sitemap();
			return this.articles.from(first)
				.flatMapIterable((page) -> pieces(page, sitemap, site), 1)
				.concatWith(Mono.fromSupplier(() -> {
					sitemap.end();
					return sitemap.take();
				}))
				.timeout(PATIENCE);
		});
	}

	private static List<byte[]> pieces(SitemapArticles.Page page, SitemapXml sitemap, Site site) {
		List<byte[]> pieces = new ArrayList<>();
		for (SitemapArticles.Row row : page.rows()) {
			sitemap.add(row.entry(site));
			if (sitemap.size() >= PIECE) {
				pieces.add(sitemap.take());
			}
		}
		return pieces;
	}

	private static Mono<Integer> number(ServerRequest request) {
		String part = request.pathVariable("part");
		return NUMBER.matcher(part).matches() ? Mono.just(Integer.parseInt(part) - 1) : Mono.empty();
	}

	private static <T> Mono<T> nothing() {
		return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Site site() {
		return this.settings.current();
	}

}
