package id.warta.route;

import java.time.Duration;
import java.util.EnumSet;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestStaff;
import id.warta.platform.NodeId;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class RedirectsIntegrationTests {

	private static final String ROUTE = """
			query ($path: String!) { route(path: $path) { __typename
			  ... on FoundRoute { node { __typename } } ... on MovedRoute { to status node { __typename } }
			  ... on RedirectRoute { to status } ... on GoneRoute { path } ... on NotFoundRoute { path } } }""";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester editor;

	private GraphQlTester reader;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into page (slug, title) values ('tentang', 'Tentang')");
		this.content.article("satu");
		this.content.article("dua");
		this.content.run("insert into article_slug_history values ('pertama', 1)");
		this.content.changed();
		this.editor = this.staff.as(this.staff.viewer(Role.EDITOR));
		this.reader = this.staff.as(Viewer.READER);
	}

	private GraphQlTester.Response run(String mutation, String input) {
		return this.editor
			.document("mutation { %s(input: {%s}) { redirect { id path target gone } errors { code path } } }"
				.formatted(mutation, input))
			.execute();
	}

	private GraphQlTester.Response redirect(String path, String target) {
		return run("createRedirect", "path: \"%s\", target: {url: \"%s\"}".formatted(path, target));
	}

	private GraphQlTester.Response gone(String path) {
		return run("createRedirect", "path: \"%s\", target: {gone: true}".formatted(path));
	}

	private void assertRoute(String path, String route) {
		this.reader.document(ROUTE).variable("path", path).execute().path("route").matchesJsonStrictly(route);
	}

	private static String id(long key) {
		return new NodeId("Redirect", key).toString();
	}

	@Test
	void addressesAreRedirectedWhateverTheirForm() {
		redirect("/2019/05/lama//?p=1", "/satu?utm=x").path("createRedirect")
			.matchesJson(
					"""
							{"redirect": {"id": "%s", "path": "/2019/05/lama", "target": "/satu?utm=x", "gone": false}, "errors": []}"""
						.formatted(id(1)));
		redirect("/berita%20lama", "https://arsip.example/x?y=1");
		redirect("/cari-lama", "/cari?q=banjir");
		gone("/hapus");
		assertRoute("/2019/05/lama/?utm=1", """
				{"__typename": "MovedRoute", "to": "/satu?utm=x", "status": 301, "node": {"__typename": "Article"}}""");
		assertRoute("/berita lama", """
				{"__typename": "RedirectRoute", "to": "https://arsip.example/x?y=1", "status": 301}""");
		assertRoute("/cari-lama/", "{\"__typename\": \"RedirectRoute\", \"to\": \"/cari?q=banjir\", \"status\": 301}");
		assertRoute("/hapus", "{\"__typename\": \"GoneRoute\", \"path\": \"/hapus\"}");
		assertRoute("/2019/05", "{\"__typename\": \"NotFoundRoute\", \"path\": \"/2019/05\"}");
	}

	@Test
	void whatReadersMaySeeComesFirstAndThePastLast() {
		redirect("/satu", "/dua");
		redirect("/tentang", "/dua");
		redirect("/pertama", "/dua");
		assertRoute("/satu", "{\"__typename\": \"FoundRoute\", \"node\": {\"__typename\": \"Article\"}}");
		assertRoute("/tentang", "{\"__typename\": \"FoundRoute\", \"node\": {\"__typename\": \"Page\"}}");
		assertRoute("/pertama", """
				{"__typename": "MovedRoute", "to": "/dua", "status": 301, "node": {"__typename": "Article"}}""");
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'satu'");
		assertRoute("/satu", """
				{"__typename": "MovedRoute", "to": "/dua", "status": 301, "node": {"__typename": "Article"}}""");
	}

	@Test
	void aWithdrawnArticleIsGoneAtAllItsAddresses() {
		this.content.run("update article set status = 'WITHDRAWN' where slug = 'satu'");
		assertRoute("/satu", "{\"__typename\": \"GoneRoute\", \"path\": \"/satu\"}");
		assertRoute("/pertama", "{\"__typename\": \"GoneRoute\", \"path\": \"/pertama\"}");
		redirect("/lama", "/satu");
		assertRoute("/lama", "{\"__typename\": \"GoneRoute\", \"path\": \"/lama\"}");
	}

	@Test
	void aChainLeadsStraightToItsEnd() {
		redirect("/a", "/b");
		redirect("/b", "/c");
		redirect("/c", "/pertama");
		assertRoute("/a", """
				{"__typename": "MovedRoute", "to": "/satu", "status": 301, "node": {"__typename": "Article"}}""");
		this.content.article("b");
		assertRoute("/a", """
				{"__typename": "MovedRoute", "to": "/b", "status": 301, "node": {"__typename": "Article"}}""");
	}

	@Test
	void aVeryLongChainIsWalkedInParts() {
		for (int step = 0; step < 12; step++) {
			redirect("/langkah-" + step, "/langkah-" + (step + 1));
		}
		assertRoute("/langkah-0", "{\"__typename\": \"RedirectRoute\", \"to\": \"/langkah-6\", \"status\": 301}");
		assertRoute("/langkah-6", "{\"__typename\": \"RedirectRoute\", \"to\": \"/langkah-12\", \"status\": 301}");
	}

	@Test
	void loopsAreRefused() {
		redirect("/a", "/b");
		redirect("/b", "/c");
		for (String target : new String[] { "/a", "/c", "/c/?x#y", "/%63", "http://localhost:8080/a" }) {
			redirect("/c", target).path("createRedirect.errors")
				.matchesJson("[{\"code\": \"LOOP\", \"path\": [\"target\"]}]");
		}
		run("editRedirect", "redirectId: \"%s\", path: \"/c\"".formatted(id(1))).path("editRedirect.errors")
			.matchesJson("[{\"code\": \"LOOP\"}]");
		run("editRedirect", "redirectId: \"%s\", target: {url: \"/a\"}".formatted(id(2))).path("editRedirect.errors")
			.matchesJson("[{\"code\": \"LOOP\"}]");
		run("editRedirect", "redirectId: \"%s\", target: {url: \"/b?x\"}".formatted(id(1))).path("editRedirect.errors")
			.matchesJson("[]");
		assertThat(this.content.one("select count(*) from redirect")).isEqualTo("2");
	}

	@Test
	void twoRedirectsMadeAtOnceCanNotLeadToEachOther() {
		Flux.just("/a", "/b")
			.flatMap((path) -> Mono.fromRunnable(() -> redirect(path, path.equals("/a") ? "/b" : "/a"))
				.subscribeOn(Schedulers.boundedElastic()))
			.blockLast(Duration.ofSeconds(20));
		assertThat(this.content.one("select count(*) from redirect")).isEqualTo("1");
	}

	@Test
	void redirectsAreChangedAndDeleted() {
		redirect("/a", "/satu");
		run("editRedirect", "redirectId: \"%s\", target: {gone: true}".formatted(id(1))).path("editRedirect.redirect")
			.matchesJson("{\"path\": \"/a\", \"target\": null, \"gone\": true}");
		assertRoute("/a", "{\"__typename\": \"GoneRoute\", \"path\": \"/a\"}");
		run("editRedirect", "redirectId: \"%s\", path: \"/b\"".formatted(id(1)));
		assertRoute("/a", "{\"__typename\": \"NotFoundRoute\", \"path\": \"/a\"}");
		this.editor.document("mutation { deleteRedirect(input: {redirectId: \"%s\"}) { deletedId } }".formatted(id(1)))
			.execute()
			.path("deleteRedirect.deletedId")
			.entity(String.class)
			.isEqualTo(id(1));
		assertRoute("/b", "{\"__typename\": \"NotFoundRoute\", \"path\": \"/b\"}");
		assertThat(this.content.one("select kind from event_log order by position desc limit 1"))
			.isEqualTo(Redirects.CHANGED);
		assertThat(this.content.one("select action from audit_log order by id desc limit 1"))
			.isEqualTo("deleteRedirect");
	}

	@Test
	void theAuditLogSaysWhereTheyLead() {
		redirect("/a", "/satu?utm=x");
		assertThat(audited()).isEqualTo("{\"path\": \"/a\", \"target\": \"/satu?utm=x\", \"formerPath\": \"/a\"}");
		run("editRedirect", "redirectId: \"%s\", path: \"/b\", target: {gone: true}".formatted(id(1)));
		assertThat(audited()).isEqualTo("{\"path\": \"/b\", \"target\": null, \"formerPath\": \"/a\"}");
	}

	private String audited() {
		return this.content.one("select details::text from audit_log order by id desc limit 1");
	}

	@Test
	void theNewsroomListsThem() {
		redirect("/lama-a", "/satu");
		redirect("/lama-b", "https://arsip.example/");
		gone("/lain");
		this.editor.document("""
				query ($id: ID!) { redirects(first: 2) { nodes { path } totalCount pageInfo { hasNextPage } }
				  some: redirects(containing: "ARSIP") { edges { node { target } } totalCountIsExact }
				  node(id: $id) { ... on Redirect { path createdAt updatedAt } } }""")
			.variable("id", id(1))
			.execute()
			.path("")
			.matchesJson("""
					{"redirects": {"nodes": [{"path": "/lain"}, {"path": "/lama-b"}], "totalCount": 3,
					  "pageInfo": {"hasNextPage": true}},
					 "some": {"edges": [{"node": {"target": "https://arsip.example/"}}], "totalCountIsExact": true},
					 "node": {"path": "/lama-a"}}""");
		this.reader.document("query ($id: ID!) { node(id: $id) { id } }")
			.variable("id", id(1))
			.execute()
			.path("node")
			.valueIsNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"createRedirect | path: \"lama\", target: {url: \"/satu\"} | BAD_ARGUMENT | path",
			"createRedirect | path: \"/\", target: {url: \"/satu\"} | BAD_ARGUMENT | path",
			"createRedirect | path: \"/?p=1\", target: {url: \"/satu\"} | BAD_ARGUMENT | path",
			"createRedirect | path: \"/%zz\", target: {url: \"/satu\"} | BAD_ARGUMENT | path",
			"createRedirect | path: \"/a%00\", target: {url: \"/satu\"} | BAD_ARGUMENT | path",
			"createRedirect | path: \"/x\", target: {url: \"/a%00\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/ada\", target: {url: \"/satu\"} | TAKEN | path",
			"createRedirect | path: \"/x\", target: {gone: false} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"satu\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"//luar.example\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"/\\\\luar.example\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"http://localhost:8080//luar.example\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"javascript:alert(1)\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"mailto:a@b.example\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"https://warta.example@luar.example\"} | BAD_ARGUMENT | target",
			"createRedirect | path: \"/x\", target: {url: \"/a\\r\\nSet-Cookie: x\"} | BAD_ARGUMENT | target",
			"editRedirect | redirectId: \"x\", path: \"/x\" | BAD_ID | redirectId",
			"editRedirect | redirectId: \"UmVkaXJlY3Q6OQ\", path: \"/x\" | NOT_FOUND | redirectId",
			"editRedirect | redirectId: \"UmVkaXJlY3Q6MQ\", path: \"/a%00\" | BAD_ARGUMENT | path",
			"editRedirect | redirectId: \"UmVkaXJlY3Q6MQ\", target: {url: \"/a%0Ab\"} | BAD_ARGUMENT | target",
			"editRedirect | redirectId: \"UmVkaXJlY3Q6MQ\", path: null | BAD_ARGUMENT | path",
			"editRedirect | redirectId: \"UmVkaXJlY3Q6MQ\", target: null | BAD_ARGUMENT | target" })
	void whatCanNotBeIsRefused(String mutation, String input, String code, String field) {
		redirect("/ada", "/satu");
		run(mutation, input).path(mutation + ".errors")
			.matchesJson("[{\"code\": \"%s\", \"path\": [\"%s\"]}]".formatted(code, field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%00", "/satu%00", "/a/b%00", "/category/%00", "/%0A" })
	void aPathWithControlCharactersIsNone(String path) {
		this.reader.document(ROUTE)
			.variable("path", path)
			.execute()
			.errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "BAD_ARGUMENT")
					.containsEntry("argument", "path")));
	}

	@Test
	void pathsAreShortEnoughForTheIndex() {
		redirect("/" + "%E2%82%AC".repeat(200), "/satu").path("createRedirect.errors").matchesJson("[]");
		redirect("/" + "a".repeat(500), "/satu").path("createRedirect.errors")
			.matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": [\"path\"]}]");
	}

	@Test
	void nothingToChangeIsAnError() {
		redirect("/ada", "/satu");
		for (long redirect : new long[] { 1, 999 }) {
			run("editRedirect", "redirectId: \"%s\"".formatted(id(redirect))).path("editRedirect.errors")
				.matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": []}]");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "mutation { createRedirect(input: {path: \"x\", target: {gone: true}}) { errors { code } } }",
					"mutation { editRedirect(input: {redirectId: \"x\"}) { errors { code } } }",
					"mutation { deleteRedirect(input: {redirectId: \"x\"}) { errors { code } } }",
					"{ redirects { nodes { path } } }" })
	void redirectsAreForEditorsAndAdministrators(String operation, @Autowired RoleMatrix roles) {
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), operation);
	}

}
