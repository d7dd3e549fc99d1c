package id.warta.syndication.sitemap;

import java.nio.charset.StandardCharsets;

import id.warta.site.SiteSettings;
import id.warta.syndication.Document;
import reactor.core.publisher.Mono;

import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Tells crawlers where to begin, and what is no page (RFC 9309). An article may have an
 * address that begins like the API's, so only these addresses themselves are meant.
 */
@Component
class Robots {

	private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

	private final SiteSettings settings;

	private final String graphQl;

	Robots(SiteSettings settings, GraphQlProperties graphQl) {
		this.settings = settings;
		this.graphQl = graphQl.getHttp().getPath();
	}

	Mono<ServerResponse> answer(ServerRequest request) {
		String text = """
				User-agent: *
				Allow: /
				Disallow: %1$s$
				Disallow: %1$s?
				Disallow: /graphiql$
				Disallow: /graphiql?
				Disallow: /views/

				Sitemap: %2$s/sitemap.xml
				Sitemap: %2$s/news-sitemap.xml
				""".formatted(this.graphQl, this.settings.current().url());
		return Document.of(text.getBytes(StandardCharsets.UTF_8), TEXT).answer();
	}

}
