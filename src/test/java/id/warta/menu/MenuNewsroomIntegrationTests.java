package id.warta.menu;

import java.time.Duration;
import java.util.Collections;
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
class MenuNewsroomIntegrationTests {

	private static final String SET = """
			mutation ($input: SetMenuItemsInput!) { setMenuItems(input: $input) {
			  menu { revision items { label targetId targetName url visible items { label items { label } } } }
			  errors { code path ... on Conflict { currentRevision } } } }""";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester editor;

	private GraphQlTester reader;

	private final String menu = new NodeId("Menu", 1).toString();

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'Banjir')");
		this.content.run("insert into page (slug, title, status) values ('konsep', 'Konsep', 'DRAFT')");
		this.content.article("satu");
		this.content.run("insert into menu (slug, name) values ('header', 'Header'), ('footer', 'Footer')");
		this.content.changed();
		this.editor = this.staff.as(this.staff.viewer(Role.EDITOR));
		this.reader = this.staff.as(Viewer.READER);
	}

	private GraphQlTester.Response run(String mutation) {
		return this.editor.document("mutation { " + mutation + " }").execute();
	}

	private GraphQlTester.Response set(int revision, List<?> items) {
		return this.editor.document(SET)
			.variable("input", Map.of("menuId", this.menu, "revision", revision, "items", items))
			.execute();
	}

	private static Map<String, Object> item(String label, String kind, String target, Object... items) {
		Map<String, Object> item = new HashMap<>(Map.of("target", Map.of(kind, target), "items", List.of(items)));
		item.put("label", label);
		return item;
	}

	private static Map<String, Object> link(String label, Object... items) {
		return item(label, "url", "/" + label, items);
	}

	private static String id(String type) {
		return new NodeId(type, 1).toString();
	}

	@Test
	void menusAreMadeRenamedAndDeleted() {
		run("createMenu(input: {slug: \"sidebar\", name: \" Di  samping \"}) { menu { id slug name revision items { label } } }")
			.path("createMenu.menu")
			.matchesJson("""
					{"id": "%s", "slug": "sidebar", "name": "Di samping", "revision": 1, "items": []}"""
				.formatted(new NodeId("Menu", 3)));
		run("editMenu(input: {menuId: \"%s\", slug: \"atas\"}) { menu { slug name } errors { code } }"
			.formatted(this.menu)).path("editMenu")
			.matchesJson("{\"menu\": {\"slug\": \"atas\", \"name\": \"Header\"}, \"errors\": []}");
		run("deleteMenu(input: {menuId: \"%s\"}) { deletedId }".formatted(new NodeId("Menu", 2)))
			.path("deleteMenu.deletedId")
			.entity(String.class)
			.isEqualTo(new NodeId("Menu", 2).toString());
		this.content.changed();
		this.reader.document("{ menus { slug } }")
			.execute()
			.path("menus[*].slug")
			.entityList(String.class)
			.containsExactly("atas", "sidebar");
		assertThat(this.content.one("select kind from event_log order by position desc limit 1"))
			.isEqualTo(Menus.CHANGED);
		assertThat(this.content
			.one("select string_agg(action, ' ' order by id) from audit_log where subject_type = 'Menu'"))
			.endsWith("createMenu editMenu deleteMenu");
	}

	@Test
	void itemsAreSetInOneGo() {
		set(1, List.of(link("lama")));
		set(2, List.of(item(null, "categoryId", id("Category"), item("Sub", "tagId", id("Tag"), link("dalam"))),
				item(null, "pageId", id("Page")), item("Utama", "articleId", id("Article")),
				item("Luar", "url", "https://warta.example/x?y=1")))
			.path("setMenuItems")
			.matchesJson(
					"""
							{"menu": {"revision": 3, "items": [
							  {"label": null, "targetId": "%s", "targetName": "Nasional", "url": null, "visible": true,
							   "items": [{"label": "Sub", "items": [{"label": "dalam"}]}]},
							  {"label": null, "targetId": "%s", "targetName": "Konsep", "url": null, "visible": false, "items": []},
							  {"label": "Utama", "targetId": "%s", "targetName": "Title of satu", "url": null, "visible": true,
							   "items": []},
							  {"label": "Luar", "targetId": null, "targetName": null, "url": "https://warta.example/x?y=1",
							   "visible": true, "items": []}]}, "errors": []}"""
						.formatted(id("Category"), id("Page"), id("Article")));
		this.content.changed();
		this.reader.document("{ menu(slug: \"header\") { items { label url items { label items { url } } } } }")
			.execute()
			.path("menu.items")
			.matchesJson("""
					[{"label": "Nasional", "url": "/category/nasional",
					  "items": [{"label": "Sub", "items": [{"url": "/dalam"}]}]},
					 {"label": "Utama", "url": "/satu", "items": []},
					 {"label": "Luar", "url": "https://warta.example/x?y=1", "items": []}]""");
		this.editor.document("query ($id: ID!) { newsroomMenu(id: $id) { items { targetId } } newsroomMenus { slug } }")
			.variable("id", this.menu)
			.execute()
			.path("")
			.matchesJson(
					"""
							{"newsroomMenu": {"items": [{"targetId": "%s"}, {"targetId": "%s"}, {"targetId": "%s"}, {"targetId": null}]},
							 "newsroomMenus": [{"slug": "footer"}, {"slug": "header"}]}"""
						.formatted(id("Category"), id("Page"), id("Article")));
	}

	@Test
	void noItemsMakeAnEmptyMenu() {
		set(1, List.of(link("lama")));
		set(2, List.of()).path("setMenuItems.menu").matchesJson("{\"revision\": 3, \"items\": []}");
	}

	@Test
	void itemsThatSomebodyElseHasSetAreNotLost() {
		set(1, List.of(link("satu")));
		set(1, List.of(link("dua"))).path("setMenuItems").matchesJson("""
				{"menu": null, "errors": [{"code": "CONFLICT", "path": ["revision"], "currentRevision": 2}]}""");
		assertThat(this.content.one("select label from menu_item")).isEqualTo("satu");
	}

	@Test
	void ofTwoWhoSetItemsAtOnceOneWins() {
		List<Integer> errors = Flux.just("satu", "dua")
			.flatMap((label) -> Mono
				.fromCallable(() -> set(1, List.of(link(label))).path("setMenuItems.errors")
					.entityList(Object.class)
					.get()
					.size())
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block(Duration.ofSeconds(20));
		assertThat(errors).containsExactlyInAnyOrder(0, 1);
		assertThat(this.content.one("select count(*) from menu_item")).isEqualTo("1");
	}

	@Test
	void twoMenusCanNotBeMadeWithOneSlugAtOnce() {
		List<Integer> errors = Flux.range(0, 2)
			.flatMap((index) -> Mono
				.fromCallable(() -> run("createMenu(input: {slug: \"sama\", name: \"Sama\"}) { errors { code } }")
					.path("createMenu.errors")
					.entityList(Object.class)
					.get()
					.size())
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block(Duration.ofSeconds(20));
		assertThat(errors).containsExactlyInAnyOrder(0, 1);
	}

	private void refused(GraphQlTester.Response response, String mutation, String code, String field) {
		response.path(mutation + ".errors")
			.matchesJson("[{\"code\": \"%s\", \"path\": [\"%s\"]}]".formatted(code, field));
	}

	@Test
	void whatCanNotBeIsRefused() {
		refused(set(1, Collections.nCopies(201, link("x"))), "setMenuItems", "BAD_ARGUMENT", "items");
		refused(set(1, List.of(link("a", link("b", link("c", link("d")))))), "setMenuItems", "BAD_ARGUMENT", "items");
		refused(set(1, List.of(item(null, "url", "/x"))), "setMenuItems", "BAD_ARGUMENT", "items");
		refused(set(1, List.of(item(" ", "url", "/x"))), "setMenuItems", "BAD_ARGUMENT", "items");
		refused(set(1, List.of(item("x", "pageId", "x"))), "setMenuItems", "BAD_ID", "items");
		refused(set(1, List.of(item("x", "pageId", id("Tag")))), "setMenuItems", "BAD_ID", "items");
		refused(set(1, List.of(item("x", "tagId", new NodeId("Tag", 99).toString()))), "setMenuItems", "NOT_FOUND",
				"items");
		set(1, List.of(link("a", link("b", link("c"))))).path("setMenuItems.errors").matchesJson("[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "//luar.example", "/\\luar.example", "data:text/html,x", "x", "",
			"https://", "https://a@b.example", "/a b", "/a%zz", "#x" })
	void whatIsNoAddressIsRefused(String url) {
		refused(set(1, List.of(item("x", "url", url))), "setMenuItems", "BAD_ARGUMENT", "items");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "createMenu | {slug: \"header\", name: \"x\"} | SLUG_TAKEN | slug",
					"createMenu | {slug: \"A B\", name: \"x\"} | BAD_ARGUMENT | slug",
					"createMenu | {slug: \"a\", name: \" \"} | BAD_ARGUMENT | name",
					"editMenu | {menuId: \"TWVudTox\", slug: \"footer\"} | SLUG_TAKEN | slug",
					"editMenu | {menuId: \"TWVudTox\", name: null} | BAD_ARGUMENT | name",
					"editMenu | {menuId: \"TWVudTo5\", name: \"x\"} | NOT_FOUND | menuId",
					"editMenu | {menuId: \"x\", name: \"x\"} | BAD_ID | menuId",
					"deleteMenu | {menuId: \"TWVudTo5\"} | NOT_FOUND | menuId",
					"setMenuItems | {menuId: \"TWVudTo5\", revision: 1, items: []} | NOT_FOUND | menuId" })
	void badInputIsAnError(String mutation, String input, String code, String field) {
		refused(run("%s(input: %s) { errors { code path } }".formatted(mutation, input)), mutation, code, field);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 999 })
	void nothingToChangeIsAnError(long menu) {
		run("editMenu(input: {menuId: \"%s\"}) { errors { code path } }".formatted(new NodeId("Menu", menu)))
			.path("editMenu.errors")
			.matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": []}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mutation { createMenu(input: {slug: \"header\", name: \"x\"}) { errors { code } } }",
			"mutation { editMenu(input: {menuId: \"x\", name: \"x\"}) { errors { code } } }",
			"mutation { setMenuItems(input: {menuId: \"x\", revision: 1, items: []}) { errors { code } } }",
			"mutation { deleteMenu(input: {menuId: \"x\"}) { errors { code } } }",
			"{ newsroomMenus { items { label } } }", "{ newsroomMenu(id: \"TWVudTox\") { items { label } } }" })
	void menusAreForEditorsAndAdministrators(String operation, @Autowired RoleMatrix roles) {
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), operation);
	}

}
