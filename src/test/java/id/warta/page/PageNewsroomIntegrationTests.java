package id.warta.page;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
class PageNewsroomIntegrationTests {

	private static final String CREATE = """
			mutation ($input: CreatePageInput!) { createPage(input: $input) {
			  page { id slug status title body position revision parent { slug } } errors { code path message } } }""";

	private static final String EDIT = """
			mutation ($input: EditPageInput!) { editPage(input: $input) {
			  page { slug status title body position revision parent { slug } }
			  errors { code path ... on Conflict { currentRevision } } } }""";

	private static final String DELETE = """
			mutation ($input: DeletePageInput!) { deletePage(input: $input) { deletedId errors { code path } } }""";

	private static final String ROUTE = """
			query ($path: String!) { route(path: $path) { __typename
			  ... on FoundRoute { node { ... on Page { slug } } } ... on MovedRoute { to } } }""";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester editor;

	private GraphQlTester reader;

	@BeforeEach
	void clear() {
		this.content.clear();
		this.content.changed();
		this.editor = this.staff.as(this.staff.viewer(Role.EDITOR));
		this.reader = this.staff.as(Viewer.READER);
	}

	private GraphQlTester.Response create(Map<String, Object> input) {
		return this.editor.document(CREATE).variable("input", input).execute();
	}

	private String page(String slug) {
		return create(Map.of("slug", slug, "title", "Title of " + slug, "status", "PUBLISHED"))
			.path("createPage.page.id")
			.entity(String.class)
			.get();
	}

	private GraphQlTester.Response edit(Map<String, Object> input) {
		return this.editor.document(EDIT).variable("input", input).execute();
	}

	private GraphQlTester.Response route(String path) {
		this.content.changed();
		return this.reader.document(ROUTE).variable("path", path).execute();
	}

	private static String id(long key) {
		return new NodeId("Page", key).toString();
	}

	@Test
	void aPublishedPageIsThereForReadersSanitised() {
		create(Map.of("slug", "tentang", "title", " Tentang \n kami ", "body",
				"<p onclick='x()'>Halo <a href='/kontak'>kontak</a></p><script>x</script>", "status", "PUBLISHED"))
			.path("createPage")
			.matchesJson(
					"""
							{"page": {"slug": "tentang", "status": "PUBLISHED", "title": "Tentang kami", "position": 0, "revision": 1,
							  "body": "<p>Halo <a href=\\"http://localhost:8080/kontak\\">kontak</a></p>", "parent": null}, "errors": []}""");
		this.content.changed();
		this.reader.document("{ page(slug: \"tentang\") { title body } }")
			.execute()
			.path("page.title")
			.entity(String.class)
			.isEqualTo("Tentang kami");
		assertThat(this.content.one("select action from audit_log order by id desc limit 1")).isEqualTo("createPage");
		assertThat(this.content.one("select kind from event_log order by position desc limit 1"))
			.isEqualTo(Pages.CHANGED);
	}

	@Test
	void draftsAreForTheNewsroomAlone() {
		String draft = create(Map.of("slug", "konsep", "title", "Konsep", "body", "<p>Rahasia</p>"))
			.path("createPage.page.id")
			.entity(String.class)
			.get();
		this.content.run("insert into menu (slug, name) values ('header', 'Header')");
		this.content.run("insert into menu_item (menu_id, page_id) values (1, 1)");
		assertThat(route("/konsep").path("route.__typename").entity(String.class).get()).isEqualTo("NotFoundRoute");
		this.reader.document(
				"query ($id: ID!) { page(slug: \"konsep\") { slug } node(id: $id) { id } menus { items { label } } }")
			.variable("id", draft)
			.execute()
			.path("")
			.matchesJson("{\"page\": null, \"node\": null, \"menus\": [{\"items\": []}]}");
		this.editor.document("query ($id: ID!) { newsroomPage(id: $id) { id title body } }")
			.variable("id", draft)
			.execute()
			.path("newsroomPage")
			.matchesJson("{\"id\": \"%s\", \"title\": \"Konsep\", \"body\": \"<p>Rahasia</p>\"}".formatted(draft));
	}

	@Test
	void theNewsroomListsAllPages() {
		page("satu");
		create(Map.of("slug", "dua", "title", "Dua"));
		this.editor.document("""
				{ newsroomPages(first: 1) { nodes { slug } totalCount pageInfo { hasNextPage } }
				  drafts: newsroomPages(status: DRAFT) { edges { node { slug } } totalCount totalCountIsExact } }""")
			.execute()
			.path("")
			.matchesJson("""
					{"newsroomPages": {"nodes": [{"slug": "dua"}], "totalCount": 2, "pageInfo": {"hasNextPage": true}},
					 "drafts": {"edges": [{"node": {"slug": "dua"}}], "totalCount": 1, "totalCountIsExact": true}}""");
	}

	@Test
	void anEditChangesWhatItNamesAlone() {
		page("atas");
		String page = page("bawah");
		edit(Map.of("pageId", page, "revision", 1, "parentId", id(1), "position", 7)).path("editPage")
			.matchesJson(
					"""
							{"page": {"slug": "bawah", "status": "PUBLISHED", "title": "Title of bawah", "position": 7, "revision": 2,
							  "parent": {"slug": "atas"}}, "errors": []}""");
		Map<String, Object> toTheTop = new HashMap<>(Map.of("pageId", page, "revision", 2));
		toTheTop.put("parentId", null);
		edit(toTheTop).path("editPage.page").matchesJson("{\"parent\": null, \"position\": 7, \"revision\": 3}");
	}

	@Test
	void anOldSlugLeadsToThePageUntilAnotherTakesIt() {
		String page = page("tentang");
		edit(Map.of("pageId", page, "revision", 1, "slug", "profil"));
		edit(Map.of("pageId", page, "revision", 2, "slug", "siapa-kami"));
		route("/tentang").path("route").matchesJson("{\"__typename\": \"MovedRoute\", \"to\": \"/siapa-kami\"}");
		route("/profil").path("route").matchesJson("{\"__typename\": \"MovedRoute\", \"to\": \"/siapa-kami\"}");
		page("profil");
		route("/profil").path("route")
			.matchesJson("{\"__typename\": \"FoundRoute\", \"node\": {\"slug\": \"profil\"}}");
		edit(Map.of("pageId", page, "revision", 3, "slug", "tentang"));
		route("/tentang").path("route.__typename").entity(String.class).isEqualTo("FoundRoute");
		edit(Map.of("pageId", page, "revision", 4, "status", "DRAFT"));
		route("/siapa-kami").path("route.__typename").entity(String.class).isEqualTo("NotFoundRoute");
	}

	@Test
	void anArticleAtAnOldSlugOfAPageWins() {
		edit(Map.of("pageId", page("tentang"), "revision", 1, "slug", "profil"));
		this.content.article("tentang");
		route("/tentang").path("route.__typename").entity(String.class).isEqualTo("FoundRoute");
	}

	@Test
	void anOldSlugOfAnArticleLeadsToItStill() {
		this.content.run("insert into article_slug_history values ('lama', :id)",
				Map.of("id", this.content.article("baru")));
		String page = page("tentang");
		String taken = "[{\"code\": \"SLUG_TAKEN\", \"path\": [\"slug\"]}]";
		create(Map.of("slug", "lama", "title", "Lama")).path("createPage.errors").matchesJson(taken);
		edit(Map.of("pageId", page, "revision", 1, "slug", "lama")).path("editPage.errors").matchesJson(taken);
		route("/lama").path("route").matchesJson("{\"__typename\": \"MovedRoute\", \"to\": \"/baru\"}");
	}

	@Test
	void anEditOfAnOldRevisionIsAConflict() {
		String page = page("tentang");
		edit(Map.of("pageId", page, "revision", 1, "title", "Satu"));
		edit(Map.of("pageId", page, "revision", 1, "title", "Dua")).path("editPage").matchesJson("""
				{"page": null, "errors": [{"code": "CONFLICT", "path": ["revision"], "currentRevision": 2}]}""");
	}

	@Test
	void ofTwoEditsAtOnceOneWins() {
		String page = page("tentang");
		List<Integer> errors = Flux.just("Satu", "Dua")
			.flatMap((title) -> Mono
				.fromCallable(() -> edit(Map.of("pageId", page, "revision", 1, "title", title)).path("editPage.errors")
					.entityList(Object.class)
					.get()
					.size())
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block(Duration.ofSeconds(20));
		assertThat(errors).containsExactlyInAnyOrder(0, 1);
	}

	@Test
	void twoPagesCanNotMoveBelowEachOtherAtOnce() {
		List<String> pages = List.of(page("satu"), page("dua"));
		Flux.range(0, 2)
			.flatMap((index) -> Mono
				.fromRunnable(
						() -> edit(Map.of("pageId", pages.get(index), "revision", 1, "parentId", pages.get(1 - index))))
				.subscribeOn(Schedulers.boundedElastic()))
			.blockLast(Duration.ofSeconds(20));
		assertThat(this.content.one("select count(*) from page where parent_id is null")).isEqualTo("1");
	}

	@Test
	void pagesMoveUpWhenWhatTheyStandBelowIsDeleted() {
		String top = page("atas");
		String middle = page("tengah");
		edit(Map.of("pageId", middle, "revision", 1, "parentId", top));
		edit(Map.of("pageId", page("bawah"), "revision", 1, "parentId", middle));
		this.editor.document(DELETE)
			.variable("input", Map.of("pageId", middle))
			.execute()
			.path("deletePage")
			.matchesJson("{\"deletedId\": \"%s\", \"errors\": []}".formatted(middle));
		this.content.changed();
		this.reader.document("{ page(slug: \"bawah\") { parent { slug } } gone: page(slug: \"tengah\") { slug } }")
			.execute()
			.path("")
			.matchesJson("{\"page\": {\"parent\": {\"slug\": \"atas\"}}, \"gone\": null}");
	}

	@Test
	void aPageOfAMenuStays() {
		String page = page("tentang");
		this.content.run("insert into menu (slug, name) values ('header', 'Header')");
		this.content.run("insert into menu_item (menu_id, page_id) values (1, 1)");
		this.editor.document(DELETE)
			.variable("input", Map.of("pageId", page))
			.execute()
			.path("deletePage")
			.matchesJson("{\"deletedId\": null, \"errors\": [{\"code\": \"IN_USE\", \"path\": [\"pageId\"]}]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "slug | 'Dua Kata' | BAD_ARGUMENT", "slug | '' | BAD_ARGUMENT", "slug | berita | SLUG_TAKEN",
					"slug | satu | SLUG_TAKEN", "title | ' ' | BAD_ARGUMENT", "position | -1 | BAD_ARGUMENT",
					"parentId | xx | BAD_ID", "parentId | UGFnZTo5OTk | NOT_FOUND", "parentId | UGFnZTox | CYCLE",
					"parentId | UGFnZToy | CYCLE", "pageId | UGFnZTo5OTk | NOT_FOUND",
					"pageId | Q2F0ZWdvcnk6MQ | BAD_ID", "title | | BAD_ARGUMENT", "status | | BAD_ARGUMENT" })
	void whatCanNotBeIsRefused(String field, String value, String code) {
		page("atas");
		edit(Map.of("pageId", page("satu"), "revision", 1, "parentId", id(1)));
		this.content.article("berita");
		Map<String, Object> input = new HashMap<>(Map.of("pageId", id(1), "revision", 1, "position", 3));
		input.put(field, "position".equals(field) ? Integer.valueOf(value) : value);
		edit(input).path("editPage.errors")
			.matchesJson("[{\"code\": \"%s\", \"path\": [\"%s\"]}]".formatted(code, field));
		assertThat(this.content.one("select revision from page where id = 1")).isEqualTo("1");
	}

	@Test
	void aBodyHasAtMostHalfAMillionCharacters() {
		String page = page("satu");
		String body = "x".repeat(500_000);
		String refused = "[{\"code\": \"BAD_ARGUMENT\", \"path\": [\"body\"]}]";
		create(Map.of("slug", "dua", "title", "Dua", "body", body + "x")).path("createPage.errors")
			.matchesJson(refused);
		edit(Map.of("pageId", page, "revision", 1, "body", body + "x")).path("editPage.errors").matchesJson(refused);
		edit(Map.of("pageId", page, "revision", 1, "body", body)).path("editPage.errors").matchesJson("[]");
	}

	@Test
	void aSlugThatIsTheSameAsBeforeIsNotTaken() {
		String page = page("satu");
		this.content.article("satu");
		edit(Map.of("pageId", page, "revision", 1, "slug", "satu")).path("editPage.errors").matchesJson("[]");
	}

	@Test
	void nothingToChangeIsAnError() {
		for (String page : List.of(page("satu"), id(999))) {
			edit(Map.of("pageId", page, "revision", 1)).path("editPage.errors[*].code")
				.entityList(String.class)
				.containsExactly("BAD_ARGUMENT");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mutation { createPage(input: {slug: \"satu\", title: \"Satu\"}) { errors { code } } }",
			"mutation { editPage(input: {pageId: \"x\", revision: 1, title: \"Dua\"}) { errors { code } } }",
			"mutation { deletePage(input: {pageId: \"x\"}) { errors { code } } }",
			"{ newsroomPages { nodes { slug body } } }", "{ newsroomPage(id: \"UGFnZTo5OTk\") { slug } }" })
	void pagesAreForEditorsAndAdministrators(String operation, @Autowired RoleMatrix roles) {
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), operation);
	}

}
