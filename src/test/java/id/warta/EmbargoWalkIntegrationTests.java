package id.warta;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

import id.warta.platform.NodeId;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody who isn't signed in learns anything of what readers may not see: every field of
 * the schema and every address answers as if it weren't there.
 */
@IntegrationTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "warta.limits.depth=100", "warta.limits.cost=2000000000", "warta.limits.fields=1000000",
				"warta.limits.aliases=1000000", "warta.limits.tokens=10000000", "warta.limits.characters=100000000",
				"warta.limits.timeout=5m" })
@Import(TestContent.class)
class EmbargoWalkIntegrationTests {

	private static final Duration LIMIT = Duration.ofMinutes(5);

	/** In all that is hidden, and nowhere else. */
	private static final String SECRET = "rahasia";

	private static final List<String> HIDDEN = List.of("draft", "submitted", "scheduled", "embargoed", "withdrawn");

	/** Says when it was asked for. */
	private static final Pattern FORM_TOKEN = Pattern.compile("CommentForm_token=[^,}]*");

	/** Addresses that serve files or GraphQL, which is walked by itself. */
	private static final Set<String> OTHER_ROUTES = Set.of("/graphql", "/graphiql", "/");

	/** Addresses of lists, which nobody asks for by a slug. */
	private static final List<String> PUBLISHED = List.of("/feed.xml", "/atom.xml", "/feed.json",
			"/category/nasional/feed.xml", "/category/daerah/atom.xml", "/tag/banjir/feed.json", "/author/sri/feed.xml",
			"/sitemap.xml", "/sitemap-articles-1.xml", "/sitemap-pages-1.xml", "/news-sitemap.xml", "/robots.txt");

	@Autowired
	private TestContent content;

	@Autowired
	private ExecutionGraphQlService graphQl;

	@Autowired
	private GraphQlSource source;

	@Autowired
	private List<RouterFunctionMapping> routes;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	@LocalServerPort
	private int port;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'N')");
		this.content.run("insert into category (slug, name, parent_id) values ('daerah', 'D', 1)");
		this.content.run("insert into tag (slug, name) values ('banjir', 'B')");
		this.content.run("insert into author (slug, name) values ('sri', 'S')");
		this.content.run("insert into media (url, alt) values ('/a.jpg', 'A')");
		this.content.run("insert into page (slug, title) values ('redaksi', 'R')");
		this.content.run("insert into menu (slug, name) values ('header', 'H')");
		this.content.run("insert into placement (slug, name, size) values ('hot', 'H', 10)");
		for (String slug : List.of("satu", "dua", "tiga")) {
			long id = this.content.article(slug, "daerah");
			relate(id);
		}
		this.content.run("insert into translation_group default values");
		this.content.run("update article set type = 'LIVE', translation_group_id = 1 where slug = 'satu'");
		this.content.run("update article set translation_group_id = 1, language = 'jv' where slug = 'dua'");
		this.content.run("insert into live_blog (article_id) values (1)");
		this.content.run("insert into live_blog_entry (article_id, body) values (1, 'Isi')");
		this.content.changed();
	}

	private void relate(long article) {
		for (String sql : List.of("insert into article_tag values (:id, 0, 1)",
				"insert into article_author values (:id, 0, 1)", "insert into article_media values (:id, 0, 1)",
				"insert into article_views values (:id, 7)",
				"insert into placement_pin (placement_id, article_id, position) values (1, :id, :id)",
				"insert into menu_item (menu_id, article_id, position) values (1, :id, :id)",
				"insert into comment (article_id, author_name, body, status) values (:id, 'N', 'K', 'APPROVED')")) {
			this.content.run(sql, Map.of("id", article));
		}
	}

	/** One of each kind, related to all that readers see. */
	private void hide() {
		for (String kind : HIDDEN) {
			hide(kind);
		}
		this.content.changed();
	}

	private void hide(String kind) {
		this.content.run("""
				insert into article (slug, title, subtitle, excerpt, body, plain_text, status, type, lead_media_id,
				    lead_caption, featured, published_at, first_published_at, embargo_until, breaking_until,
				    translation_group_id, language)
				values ('rahasia-' || :kind, 'rahasia', 'rahasia', 'rahasia', '<p>rahasia</p>', 'rahasia',
				    case when :kind = 'embargoed' then 'PUBLISHED' else upper(:kind) end, 'LIVE', 1, 'rahasia', true,
				    case when :kind = 'scheduled' then '2100-01-01'::timestamptz else '2025-08-03T01:30:00Z' end,
				    case when :kind = 'withdrawn' then '2025-08-03T01:30:00Z'::timestamptz end,
				    case when :kind = 'embargoed' then '2100-01-01'::timestamptz end,
				    case when :kind in ('embargoed', 'scheduled') then '2100-01-01'::timestamptz end, 1, 'en')""",
				Map.of("kind", kind));
		long id = this.content.id("article", "rahasia-" + kind);
		this.content.run("insert into article_category values (:id, 0, 2)", Map.of("id", id));
		relate(id);
		this.content.run("insert into article_slug_history (slug, article_id) values ('rahasia-lama-' || :kind, :id)",
				Map.of("kind", kind, "id", id));
		this.content.run("insert into article_link values (1, :id)", Map.of("id", id));
		this.content.run("insert into article_correction (article_id, note) values (:id, 'rahasia')", Map.of("id", id));
		this.content.run("insert into live_blog (article_id, summary) values (:id, 'rahasia')", Map.of("id", id));
		this.content.run("insert into live_blog_entry (article_id, body) values (:id, 'rahasia')", Map.of("id", id));
		this.content.run("update comment set body = 'rahasia' where article_id = :id", Map.of("id", id));
	}

	private SchemaWalk walk(String slug, String id) {
		Map<String, String> arguments = new LinkedHashMap<>(Map.of("category.slug", "\"nasional\"", "tag.slug",
				"\"banjir\"", "author.slug", "\"sri\"", "page.slug", "\"redaksi\"", "menu.slug", "\"header\"",
				"placement.slug", "\"hot\"", "token:String", '"' + "0".repeat(64) + '"'));
		arguments.putAll(Map.of("from:Date", "\"2025-08-01\"", "to:Date", "\"2025-08-31\"", "from:Int", "1", "to:Int",
				"2", "first:Int", "20", "visitor:String", "\"pengunjung\"", "tokens:[String!]", "[\"0\"]"));
		arguments
			.putAll(Map.of("query:String", "\"title or rahasia\"", "prefix:String", "\"" + slug.substring(0, 3) + '"'));
		arguments.putAll(Map.of("slug:String", '"' + slug + '"', "path:String", "\"/" + slug + '"', "id:ID",
				'"' + id + '"', "ids:[ID!]", "[\"" + id + "\"]", "articleId:ID", '"' + id + '"'));
		return new SchemaWalk(this.source.schema(), arguments);
	}

	private List<String> answers(SchemaWalk walk) {
		List<String> answers = new ArrayList<>();
		for (String query : walk.queries()) {
			answers.add(answer(query));
		}
		return answers;
	}

	private String answer(String query) {
		DefaultExecutionGraphQlRequest request = new DefaultExecutionGraphQlRequest(query, null, null, null, "walk",
				null);
		request.configureExecutionInput((input, builder) -> {
			input.getGraphQLContext().put(Viewer.class, Viewer.READER);
			return input;
		});
		Map<String, Object> answer = this.graphQl.execute(request).block(LIMIT).toMap();
		assertThat(String.valueOf(answer.get("errors"))).doesNotContain("INTERNAL_ERROR", "GRAPHQL_VALIDATION_FAILED",
				"GRAPHQL_PARSE_FAILED", "QUERY_TOO", "TIMEOUT");
		return FORM_TOKEN.matcher(String.valueOf(answer.get("data"))).replaceAll("");
	}

	@Test
	void everyFieldIsWalked() {
		SchemaWalk walk = walk("satu", id(1));
		walk.queries();
		assertThat(walk.walked()).containsAll(walk.reachable());
	}

	@Test
	void readersSeeTheSameWhateverIsHidden() {
		SchemaWalk walk = walk("satu", id(1));
		List<String> before = answers(walk);
		hide();
		List<String> after = answers(walk);
		assertThat(after).isEqualTo(before);
		assertThat(String.join("\n", before)).contains("Title of satu").doesNotContain(SECRET);
	}

	@Test
	void whoAsksForWhatIsHiddenByItsNameLearnsNothing() {
		hide();
		for (String kind : HIDDEN) {
			long id = this.content.id("article", "rahasia-" + kind);
			learnsNothing("rahasia-" + kind, id(id));
			learnsNothing("rahasia-lama-" + kind, entryOf(id));
			learnsNothing("rahasia-" + kind, commentOf(id));
		}
	}

	/** Of those queries that name one of both. */
	private void learnsNothing(String slug, String id) {
		for (String query : walk(slug, id).queries()) {
			if (query.contains(slug) || query.contains(id)) {
				assertThat(answer(query).replace(slug, "")).as("%s, %s", slug, id).doesNotContain(SECRET);
			}
		}
	}

	private static String id(long article) {
		return new NodeId("Article", article).toString();
	}

	private String entryOf(long article) {
		return new NodeId("LiveBlogEntry", number("select id from live_blog_entry where article_id = " + article))
			.toString();
	}

	private String commentOf(long article) {
		return new NodeId("Comment", number("select id from comment where article_id = " + article)).toString();
	}

	private long number(String sql) {
		return Long.parseLong(String.valueOf(this.content.one(sql)));
	}

	@Test
	void everyAddressAnswersAsIfThereWereNothing() {
		hide();
		WebTestClient client = WebTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		Set<String> patterns = patterns();
		assertThat(patterns).anyMatch((pattern) -> pattern.startsWith("/views/"));
		patterns.stream().filter((pattern) -> !OTHER_ROUTES.contains(pattern)).forEach((pattern) -> {
			for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD)) {
				String nothing = answer(client, method, pattern, "tidak-ada-sama-sekali");
				for (String kind : HIDDEN) {
					assertThat(answer(client, method, pattern, "rahasia-" + kind)).as("%s %s", method, pattern)
						.isEqualTo(nothing);
				}
			}
		});
	}

	@Test
	void whatIsPublishedIsTheSameWhateverIsHidden() {
		this.content.run("update article set published_at = now() - interval '1 hour', title = title || slug");
		List<String> before = published();
		hide();
		this.content
			.run("update article set published_at = now() where slug like 'rahasia-%' and slug not like '%scheduled'");
		assertThat(published()).isEqualTo(before);
		assertThat(String.join("\n", before)).contains("/satu").doesNotContain(SECRET);
	}

	private List<String> published() {
		WebTestClient client = WebTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		List<String> published = new ArrayList<>();
		for (String path : PUBLISHED) {
			published.add(client.get()
				.uri(path)
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(String.class)
				.returnResult()
				.getResponseBody());
		}
		return published;
	}

	private static String answer(WebTestClient client, HttpMethod method, String pattern, String slug) {
		String path = pattern.replaceAll("\\{[^}]*}|\\*\\*?", slug);
		var result = client.method(method)
			.uri(path)
			.header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36")
			.exchange()
			.expectBody(String.class)
			.returnResult();
		return result.getStatus() + " " + String.valueOf(result.getResponseBody()).replace(slug, "");
	}

	private Set<String> patterns() {
		Set<String> patterns = new TreeSet<>();
		this.handlers.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternsCondition()
				.getPatterns()
				.forEach((pattern) -> patterns.add(pattern.getPatternString())));
		this.routes.stream()
			.map(RouterFunctionMapping::getRouterFunction)
			.filter(Objects::nonNull)
			.forEach((functions) -> functions.accept(new Patterns(patterns)));
		patterns.removeIf((pattern) -> OTHER_ROUTES.stream().anyMatch(pattern::equals));
		return patterns;
	}

	/** Finds the paths in the predicates of routes. */
	private static final class Patterns implements RouterFunctions.Visitor {

		private static final Pattern PATH = Pattern.compile("(/[^\\s)\"]*)");

		private final Set<String> found;

		Patterns(Set<String> found) {
			this.found = found;
		}

		@Override
		public void startNested(RequestPredicate predicate) {
			find(predicate);
		}

		@Override
		public void endNested(RequestPredicate predicate) {
		}

		@Override
		public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
			find(predicate);
		}

		private void find(RequestPredicate predicate) {
			PATH.matcher(predicate.toString().replaceAll("[a-z]+/[a-z+.-]+", ""))
				.results()
				.forEach((match) -> this.found.add(match.group(1)));
		}

		@Override
		public void resources(Function<ServerRequest, Mono<Resource>> lookup) {
		}

		@Override
		public void attributes(Map<String, Object> attributes) {
		}

		@Override
		public void unknown(RouterFunction<?> function) {
			throw new IllegalStateException("Its addresses are not known: " + function);
		}

	}

}
