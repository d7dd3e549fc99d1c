package id.warta;

import java.time.Duration;

import id.warta.platform.access.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * What a node holds in memory is changed by another one.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class })
class NewsroomOnEveryNodeIntegrationTests {

	/** A second is promised; a machine that builds is slower. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static ConfigurableApplicationContext node;

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester administrator;

	private final GraphQlTester elsewhere = ExecutionGraphQlServiceTester
		.create(node.getBean(ExecutionGraphQlService.class));

	@BeforeAll
	static void start() {
		node = TestNodes.start("--warta.demo=false");
	}

	@AfterAll
	static void stop() {
		node.close();
	}

	@BeforeEach
	@AfterEach
	void clear() {
		this.content.clear();
		this.content.changed();
		this.administrator = this.staff.as(this.staff.viewer(Role.ADMIN));
	}

	private void change(String mutation) {
		this.administrator.document("mutation { " + mutation + " { errors { message } } }")
			.execute()
			.path("*.errors[*]")
			.entityList(Object.class)
			.hasSize(0);
	}

	private void awaitElsewhere(String query, String answer) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.elsewhere.document("{ " + query + " }").execute().returnResponse().getData().toString(),
					answer::equals);
	}

	@Test
	void pagesChangeEverywhere() {
		change("createPage(input: {slug: \"satu\", title: \"Satu\", status: PUBLISHED})");
		awaitElsewhere("page(slug: \"satu\") { title }", "{page={title=Satu}}");
		change("editPage(input: {pageId: \"UGFnZTox\", revision: 1, slug: \"dua\"})");
		awaitElsewhere("route(path: \"/satu\") { ... on MovedRoute { to } }", "{route={to=/dua}}");
		change("editPage(input: {pageId: \"UGFnZTox\", revision: 2, status: DRAFT})");
		awaitElsewhere("page(slug: \"dua\") { title }", "{page=null}");
	}

	@Test
	void menusChangeEverywhere() {
		change("createMenu(input: {slug: \"header\", name: \"Header\"})");
		awaitElsewhere("menu(slug: \"header\") { name }", "{menu={name=Header}}");
		change("""
				setMenuItems(input: {menuId: "TWVudTox", revision: 1, items: [{label: "Beranda", target: {url: "/"}}]})""");
		awaitElsewhere("menu(slug: \"header\") { items { label } }", "{menu={items=[{label=Beranda}]}}");
		change("deleteMenu(input: {menuId: \"TWVudTox\"})");
		awaitElsewhere("menus { name }", "{menus=[]}");
	}

	@Test
	void placementsChangeEverywhere() {
		change("createPlacement(input: {slug: \"utama\", name: \"Utama\", size: 1})");
		awaitElsewhere("placement(slug: \"utama\") { size }", "{placement={size=1}}");
		change("editPlacement(input: {placementId: \"UGxhY2VtZW50OjE\", size: 2})");
		awaitElsewhere("placement(slug: \"utama\") { size }", "{placement={size=2}}");
	}

	@Test
	void settingsChangeEverywhere() {
		change("editSite(input: {title: \"Kabar\", timeZone: \"Asia/Makassar\"})");
		awaitElsewhere("site { title timeZone }", "{site={title=Kabar, timeZone=Asia/Makassar}}");
		change("setSocialProfiles(input: {set: \"site\", profiles: [{network: \"x\", url: \"https://x.com/kabar\"}]})");
		awaitElsewhere("site { socialProfiles { network } }", "{site={socialProfiles=[{network=x}]}}");
	}

}
