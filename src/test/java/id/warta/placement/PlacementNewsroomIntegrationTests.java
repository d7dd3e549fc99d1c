package id.warta.placement;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
class PlacementNewsroomIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	private GraphQlTester editor;

	private GraphQlTester reader;

	private final String placement = new NodeId("Placement", 1).toString();

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'Nasional')");
		List.of("satu", "dua", "tiga", "empat").forEach(this.content::article);
		this.content.run("insert into article (slug, title) values ('konsep', 'Konsep')");
		this.content
			.run("insert into placement (slug, name, size) values ('utama', 'Utama', 3), ('samping', 'Samping', 2)");
		this.content.changed();
		this.editor = this.staff.as(this.staff.viewer(Role.EDITOR));
		this.reader = this.staff.as(Viewer.READER);
	}

	private GraphQlTester.Response run(String mutation, String input) {
		return this.editor
			.document("""
					mutation { %s(input: %s) { placement { id slug name size fill category { slug }
					  pins { title visible position startsAt endsAt } } errors { code path } } }""".formatted(mutation,
					input))
			.execute();
	}

	private String article(String slug) {
		return new NodeId("Article", this.content.id("article", slug)).toString();
	}

	private GraphQlTester.Response pin(String slug, String more) {
		return run("pinToPlacement",
				"{placementId: \"%s\", articleId: \"%s\"%s}".formatted(this.placement, article(slug), more));
	}

	private GraphQlTester.Response order(String... slugs) {
		String ids = Stream.of(slugs).map((slug) -> "\"" + article(slug) + "\"").collect(Collectors.joining(", "));
		return run("orderPlacement", "{placementId: \"%s\", articleIds: [%s]}".formatted(this.placement, ids));
	}

	private List<String> seen() {
		this.content.changed();
		return this.reader.document("{ placement(slug: \"utama\") { articles { slug } } }")
			.execute()
			.path("placement.articles[*].slug")
			.entityList(String.class)
			.get();
	}

	private String pinned() {
		return this.content.one("""
				select string_agg(a.slug || ' ' || p.position, ', ' order by p.position)
				from placement_pin p join article a on a.id = p.article_id""");
	}

	@Test
	void placementsAreMadeChangedAndDeleted() {
		run("createPlacement",
				"{slug: \"bawah\", name: \"Bawah\", size: 1, fill: FEATURED, categoryId: \"%s\"}"
					.formatted(new NodeId("Category", 1)))
			.path("createPlacement")
			.matchesJson("""
					{"placement": {"id": "%s", "slug": "bawah", "name": "Bawah", "size": 1, "fill": "FEATURED",
					  "category": {"slug": "nasional"}, "pins": []}, "errors": []}"""
				.formatted(new NodeId("Placement", 3)));
		run("editPlacement", "{placementId: \"%s\", size: 2, categoryId: null}".formatted(new NodeId("Placement", 3)))
			.path("editPlacement.placement")
			.matchesJson("{\"slug\": \"bawah\", \"size\": 2, \"fill\": \"FEATURED\", \"category\": null}");
		this.editor
			.document("mutation { deletePlacement(input: {placementId: \"%s\"}) { deletedId errors { code } } }"
				.formatted(this.placement))
			.execute()
			.path("deletePlacement")
			.matchesJson("{\"deletedId\": \"%s\", \"errors\": []}".formatted(this.placement));
		this.content.changed();
		this.reader.document("{ placement(slug: \"bawah\") { size } gone: placement(slug: \"utama\") { size } }")
			.execute()
			.path("")
			.matchesJson("{\"placement\": {\"size\": 2}, \"gone\": null}");
		assertThat(this.content.one("select kind from event_log order by position desc limit 1"))
			.isEqualTo(Placements.CHANGED);
	}

	@Test
	void pinsStandFirstInTheirOrder() {
		pin("satu", "");
		pin("dua", ", position: 0").path("pinToPlacement.placement.pins[*].title")
			.entityList(String.class)
			.containsExactly("Title of dua", "Title of satu");
		assertThat(seen()).containsExactly("dua", "satu", "empat");
		pin("tiga", ", position: 1");
		assertThat(pinned()).isEqualTo("dua 0, tiga 1, satu 2");
		pin("dua", ", position: 9");
		assertThat(pinned()).isEqualTo("tiga 0, satu 1, dua 2");
		order("satu", "dua", "tiga");
		assertThat(seen()).containsExactly("satu", "dua", "tiga");
		run("unpinFromPlacement", "{placementId: \"%s\", articleId: \"%s\"}".formatted(this.placement, article("dua")))
			.path("unpinFromPlacement.placement.pins[*].title")
			.entityList(String.class)
			.containsExactly("Title of satu", "Title of tiga");
		assertThat(seen()).containsExactly("satu", "tiga", "empat");
		assertThat(this.content.one("""
				select string_agg(distinct action, ' ' order by action) from audit_log
				where subject_type = 'Placement' and details ->> 'slug' = 'utama'""")).contains("orderPlacement",
				"pinToPlacement", "unpinFromPlacement");
	}

	@Test
	void anArticleThatReadersDontSeeStandsThereOnceTheyDo() {
		pin("konsep", "").path("pinToPlacement.placement.pins")
			.matchesJson("[{\"title\": \"Konsep\", \"visible\": false, \"position\": 0, \"endsAt\": null}]");
		assertThat(seen()).containsExactly("empat", "tiga", "dua");
		this.content.run("update article set status = 'PUBLISHED', published_at = now() where slug = 'konsep'");
		assertThat(seen()).containsExactly("konsep", "empat", "tiga");
	}

	@Test
	void pinsComeAndGoByTheirTimes() {
		pin("satu", ", startsAt: \"2100-01-01T00:00:00Z\"");
		pin("dua", ", startsAt: \"2020-01-01T00:00:00+07:00\", endsAt: \"2020-02-01T00:00:00Z\"");
		assertThat(seen()).containsExactly("empat", "tiga", "dua");
		this.editor.document(
				"query ($id: ID!) { newsroomPlacement(id: $id) { pins { startsAt endsAt } } newsroomPlacements { slug } }")
			.variable("id", this.placement)
			.execute()
			.path("")
			.matchesJson("""
					{"newsroomPlacement": {"pins": [
					  {"startsAt": "2100-01-01T00:00:00.000Z", "endsAt": null},
					  {"startsAt": "2019-12-31T17:00:00.000Z", "endsAt": "2020-02-01T00:00:00.000Z"}]},
					 "newsroomPlacements": [{"slug": "samping"}, {"slug": "utama"}]}""");
		pin("satu", "");
		assertThat(seen()).containsExactly("satu", "empat", "tiga");
	}

	@Test
	void anOrderThatLeavesOneOutIsRefused() {
		pin("satu", "");
		pin("dua", "");
		Stream.of(order("satu"), order("satu", "satu"), order("satu", "dua", "tiga"), order("satu", "tiga"))
			.forEach((response) -> response.path("orderPlacement.errors")
				.matchesJson("[{\"code\": \"PINS_DIFFER\", \"path\": [\"articleIds\"]}]"));
		assertThat(pinned()).isEqualTo("satu 0, dua 1");
	}

	@Test
	void ofArticlesPinnedAtOnceNoneIsLost() {
		Flux.just("satu", "dua", "tiga", "empat")
			.flatMap((slug) -> Mono.fromRunnable(() -> pin(slug, ", position: 0"))
				.subscribeOn(Schedulers.boundedElastic()))
			.blockLast(Duration.ofSeconds(20));
		assertThat(this.content.one("select string_agg(position::text, ' ' order by position) from placement_pin"))
			.isEqualTo("0 1 2 3");
	}

	@Test
	void noMoreThanAHundredArticlesArePinned() {
		this.content.run("insert into article (slug, title) select 'a' || n, 'A' from generate_series(1, 100) n");
		this.content.run("""
				insert into placement_pin (placement_id, article_id, position)
				select 1, id, row_number() over (order by id) - 1 from article where slug like 'a%'""");
		pin("satu", "").path("pinToPlacement.errors")
			.matchesJson("[{\"code\": \"TOO_MANY\", \"path\": [\"articleId\"]}]");
		pin("a7", ", position: 0").path("pinToPlacement.errors").matchesJson("[]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"createPlacement | {slug: \"utama\", name: \"x\", size: 1} | SLUG_TAKEN | slug",
			"createPlacement | {slug: \"x\", name: \"x\", size: 0} | BAD_ARGUMENT | size",
			"createPlacement | {slug: \"x\", name: \"x\", size: 101} | BAD_ARGUMENT | size",
			"createPlacement | {slug: \"x y\", name: \"x\", size: 1} | BAD_ARGUMENT | slug",
			"createPlacement | {slug: \"x\", name: \"\", size: 1} | BAD_ARGUMENT | name",
			"createPlacement | {slug: \"x\", name: \"x\", size: 1, categoryId: \"x\"} | BAD_ID | categoryId",
			"createPlacement | {slug: \"x\", name: \"x\", size: 1, categoryId: \"Q2F0ZWdvcnk6OQ\"} | NOT_FOUND | categoryId",
			"editPlacement | {placementId: \"UGxhY2VtZW50OjE\", slug: \"samping\"} | SLUG_TAKEN | slug",
			"editPlacement | {placementId: \"UGxhY2VtZW50OjE\", categoryId: \"Q2F0ZWdvcnk6OQ\"} | NOT_FOUND | categoryId",
			"editPlacement | {placementId: \"UGxhY2VtZW50OjE\", fill: null} | BAD_ARGUMENT | fill",
			"editPlacement | {placementId: \"UGxhY2VtZW50Ojk\", size: 1} | NOT_FOUND | placementId",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50Ojk\", articleId: \"QXJ0aWNsZTox\"} | NOT_FOUND | placementId",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTo5OQ\"} | NOT_FOUND | articleId",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"x\"} | BAD_ID | articleId",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTox\", position: -1} | BAD_ARGUMENT | position",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTox\", endsAt: \"2020-01-01T00:00:00Z\"} | BAD_ARGUMENT | endsAt",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTox\", startsAt: \"2030-01-02T00:00:00Z\", endsAt: \"2030-01-01T00:00:00Z\"} | BAD_ARGUMENT | endsAt",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTox\", startsAt: \"2030-01-01T00:00:00Z\", endsAt: \"2030-01-01T07:00:00+07:00\"} | BAD_ARGUMENT | endsAt",
			"pinToPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTox\", startsAt: \"2030-01-01T00:00:00.0000001Z\", endsAt: \"2030-01-01T00:00:00.0000009Z\"} | BAD_ARGUMENT | endsAt",
			"unpinFromPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleId: \"QXJ0aWNsZTox\"} | NOT_FOUND | articleId",
			"orderPlacement | {placementId: \"UGxhY2VtZW50OjE\", articleIds: [\"x\"]} | BAD_ID | articleIds" })
	void badInputIsAnError(String mutation, String input, String code, String field) {
		run(mutation, input).path(mutation + ".errors")
			.matchesJson("[{\"code\": \"%s\", \"path\": [\"%s\"]}]".formatted(code, field));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 999 })
	void nothingToChangeIsAnError(long unchanged) {
		run("editPlacement", "{placementId: \"%s\"}".formatted(new NodeId("Placement", unchanged)))
			.path("editPlacement.errors")
			.matchesJson("[{\"code\": \"BAD_ARGUMENT\", \"path\": []}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "createPlacement(input: {slug: \"x\", name: \"x\", size: 0})",
			"editPlacement(input: {placementId: \"x\"})", "deletePlacement(input: {placementId: \"x\"})",
			"pinToPlacement(input: {placementId: \"x\", articleId: \"x\"})",
			"unpinFromPlacement(input: {placementId: \"x\", articleId: \"x\"})",
			"orderPlacement(input: {placementId: \"x\", articleIds: []})" })
	void placementsAreForEditorsAndAdministrators(String mutation, @Autowired RoleMatrix roles) {
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), "mutation { " + mutation + " { errors { code } } }");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ newsroomPlacements { pins { title } } }",
			"{ newsroomPlacement(id: \"UGxhY2VtZW50OjE\") { pins { title } } }" })
	void pinsAreSeenByEditorsAndAdministrators(String query, @Autowired RoleMatrix roles) {
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), query);
	}

}
