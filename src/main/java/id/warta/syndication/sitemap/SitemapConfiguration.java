package id.warta.syndication.sitemap;

import id.warta.syndication.Document;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Sitemaps are at the top, since each may only name what is below its own address.
 */
@Configuration(proxyBeanMethods = false)
class SitemapConfiguration {

	@Bean
	@ConditionalOnWebApplication
	RouterFunction<ServerResponse> sitemapRoutes(Sitemaps sitemaps, Robots robots) {
		return RouterFunctions.route()
			.route(Document.readAt("/sitemap.xml"), sitemaps::index)
			.route(Document.readAt("/sitemap-articles-{part}.xml"), sitemaps::articles)
			.route(Document.readAt("/sitemap-pages-{part}.xml"), sitemaps::pages)
			.route(Document.readAt("/news-sitemap.xml"), sitemaps::news)
			.route(Document.readAt("/robots.txt"), robots::answer)
			.build();
	}

}
