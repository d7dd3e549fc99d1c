package id.warta.graphiql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Serves GraphiQL at {@code /graphiql}, unless {@code warta.graphiql} is false. Spring
 * for GraphQL's own page loads its parts from a CDN; this one has them from WebJars, and
 * its policy forbids browsers to load anything from elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "warta.graphiql", matchIfMissing = true)
class GraphiqlPage {

	/** Styles are inline because GraphiQL's editor sets them so. */
	private static final String POLICY = """
			default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; \
			img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'""";

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final String page;

	GraphiqlPage() throws IOException {
		this.page = new ClassPathResource("index.html", GraphiqlPage.class).getContentAsString(StandardCharsets.UTF_8);
	}

	@Bean
	RouterFunction<ServerResponse> graphiqlRoute() {
		return RouterFunctions.route().GET("/graphiql", this::page).build();
	}

	private Mono<ServerResponse> page(ServerRequest request) {
		return ServerResponse.ok()
			.contentType(HTML)
			.header("Content-Security-Policy", POLICY)
			.header("Referrer-Policy", "no-referrer")
			.header("X-Content-Type-Options", "nosniff")
			.bodyValue(this.page);
	}

}
