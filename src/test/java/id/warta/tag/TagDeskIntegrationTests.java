package id.warta.tag;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestMutations;
import id.warta.TestMutations.Answer;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class TagDeskIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private Viewer editor;

	@BeforeEach
	void clear() {
		this.content.clear();
		this.content.changed();
		this.editor = this.staff.viewer(Role.EDITOR);
	}

	@Test
	void aNewTagIsThereForReadersAtOnce() {
		assertThat(send("createTag", Map.of("name", "Gunung  Merapi", "description", "Isi"),
				"tag { slug name description articleCount }")
			.text("tag")).isEqualTo("{slug=gunung-merapi, name=Gunung Merapi, description=Isi, articleCount=0}");
		this.staff.read("{ tag(slug: \"gunung-merapi\") { name } }")
			.path("tag.name")
			.entity(String.class)
			.isEqualTo("Gunung Merapi");
		assertThat(last()).isEqualTo("TAG_CHANGED Tag 1 createTag");
	}

	@Test
	void slugsAreNumberedOrRefused() {
		assertThat(create("Банджир")).isEqualTo("bandzir");
		assertThat(create("Bandzir")).isEqualTo("bandzir-2");
		assertThat(refused("createTag", Map.of("name", "A", "slug", "bandzir"))).isEqualTo("SLUG_TAKEN slug");
		assertThat(refused("editTag", Map.of("id", id("bandzir-2"), "slug", "bandzir"))).isEqualTo("SLUG_TAKEN slug");
	}

	@Test
	void theAuditLogSaysWhatChanged() {
		create("Satu");
		send("editTag", Map.of("id", id("satu"), "slug", "dua", "description", "Isi"), "tag { slug }");
		assertThat(this.content.one("select details::text from audit_log order by id desc limit 1"))
			.isEqualTo("{\"slug\": \"dua\", \"description\": \"Isi\"}");
	}

	@Test
	void manyAtOnceGetDifferentSlugs() {
		List<String> slugs = Flux.range(0, 8)
			.flatMap((i) -> Mono.fromCallable(() -> create("Serentak")).subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block();
		assertThat(slugs).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
			.mapToObj((number) -> (number == 1) ? "serentak" : "serentak-" + number)
			.toList());
	}

	@Test
	void formerSlugsLeadToTheNewOne() {
		create("Satu");
		assertThat(send("editTag", Map.of("id", id("satu"), "slug", "dua"), "tag { slug name }").text("tag"))
			.isEqualTo("{slug=dua, name=Satu}");
		assertThat(this.staff.route("/tag/satu")).isEqualTo("MovedRoute /tag/dua");
		create("Satu");
		assertThat(this.staff.route("/tag/satu")).isEqualTo("MovedRoute /tag/dua");
		assertThat(this.staff.route("/tag/satu-2")).isEqualTo("FoundRoute");
	}

	@Test
	void anArticleWithSeveralMergedTagsKeepsOneAtTheFirstPlace() {
		List.of("A", "B", "C", "D").forEach(this::create);
		tagged("satu", "a", "b", "c", "d");
		tagged("dua", "b", "c");
		tagged("tiga", "d", "c", "a");
		tagged("empat", "c");
		assertThat(send("mergeTags", Map.of("ids", List.of(id("b"), id("c")), "intoId", id("d")),
				"tag { slug articleCount }")
			.text("tag")).isEqualTo("{slug=d, articleCount=4}");
		assertThat(tags("satu")).isEqualTo("a d");
		assertThat(tags("dua")).isEqualTo("d");
		assertThat(tags("tiga")).isEqualTo("d a");
		assertThat(tags("empat")).isEqualTo("d");
		assertThat(counts()).isEqualTo("a=2 d=4");
		assertThat(this.staff.route("/tag/b")).isEqualTo("MovedRoute /tag/d");
		assertThat(last()).isEqualTo("TAG_CHANGED Tag 4 mergeTags");
		assertThat(this.content.one("select payload ->> 'merged' from event_log order by position desc limit 1"))
			.isEqualTo("[2, 3]");
	}

	@Test
	void formerSlugsOfMergedTagsFollowThem() {
		create("A");
		create("B");
		send("editTag", Map.of("id", id("a"), "slug", "a1"), "tag { slug }").text("tag.slug");
		send("mergeTags", Map.of("ids", List.of(id("a1")), "intoId", id("b")), "tag { slug }").text("tag.slug");
		send("editTag", Map.of("id", id("b"), "slug", "b1"), "tag { slug }").text("tag.slug");
		for (String former : List.of("a", "a1", "b")) {
			assertThat(this.staff.route("/tag/" + former)).isEqualTo("MovedRoute /tag/b1");
		}
	}

	@Test
	void whatIsInUseIsDeletedOnlyWithAReplacementOrTakenOff() {
		List.of("A", "B", "C").forEach(this::create);
		tagged("satu", "a", "b");
		this.content.run("insert into menu (slug, name) values ('header', 'Header')");
		this.content.run("insert into menu_item (menu_id, tag_id) values (1, 2)");
		assertThat(refused("deleteTag", Map.of("id", id("a")))).isEqualTo("IN_USE id");
		assertThat(send("deleteTag", Map.of("id", id("a"), "replacementId", id("c")), "replacement { slug }")
			.text("replacement.slug")).isEqualTo("c");
		assertThat(tags("satu")).isEqualTo("c b");
		String b = id("b");
		assertThat(refused("deleteTag", Map.of("id", b, "detach", true, "replacementId", id("c"))))
			.isEqualTo("BAD_ARGUMENT detach");
		assertThat(send("deleteTag", Map.of("id", b, "detach", true), "deletedId").text("deletedId")).isEqualTo(b);
		assertThat(tags("satu")).isEqualTo("c");
		assertThat(counts()).isEqualTo("c=1");
		assertThat(this.content.one("select count(*) from menu_item")).isEqualTo("0");
		assertThat(this.staff.route("/tag/b")).isEqualTo("NotFoundRoute");
		this.content.run("delete from article");
		assertThat(send("deleteTag", Map.of("id", id("c")), "replacement { slug }").field("replacement")).isNull();
	}

	@Test
	void badInputIsRefused() {
		create("Satu");
		String satu = id("satu");
		String gone = TestMutations.id("Tag", 4711);
		String category = TestMutations.id("Category", 1);
		assertThat(refused("createTag", Map.of("name", " "))).isEqualTo("BAD_ARGUMENT name");
		assertThat(refused("createTag", Map.of("name", "x".repeat(201)))).isEqualTo("BAD_ARGUMENT name");
		assertThat(refused("createTag", Map.of("name", "A", "slug", "A"))).isEqualTo("BAD_ARGUMENT slug");
		assertThat(refused("createTag", Map.of("name", "A", "description", "x".repeat(5001))))
			.isEqualTo("BAD_ARGUMENT description");
		assertThat(refused("editTag", Map.of("id", satu))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("editTag", Map.of("id", "?", "name", "A"))).isEqualTo("BAD_ID id");
		assertThat(refused("editTag", Map.of("id", category, "name", "A"))).isEqualTo("BAD_ID id");
		assertThat(refused("editTag", Map.of("id", gone))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("editTag", Map.of("id", gone, "name", "A"))).isEqualTo("NOT_FOUND id");
		assertThat(refused("editTag", nulled(satu, "name"))).isEqualTo("BAD_ARGUMENT name");
		assertThat(refused("editTag", nulled(satu, "slug"))).isEqualTo("BAD_ARGUMENT slug");
		assertThat(refused("mergeTags", Map.of("ids", List.of(), "intoId", satu))).isEqualTo("BAD_ARGUMENT ids");
		assertThat(refused("mergeTags", Map.of("ids", List.of(satu), "intoId", satu))).isEqualTo("BAD_ARGUMENT ids");
		assertThat(refused("mergeTags", Map.of("ids", List.of(gone), "intoId", satu))).isEqualTo("NOT_FOUND ids");
		assertThat(refused("mergeTags", Map.of("ids", List.of(satu), "intoId", gone))).isEqualTo("NOT_FOUND intoId");
		assertThat(refused("deleteTag", Map.of("id", gone))).isEqualTo("NOT_FOUND id");
		assertThat(refused("deleteTag", Map.of("id", satu, "replacementId", gone)))
			.isEqualTo("NOT_FOUND replacementId");
		assertThat(refused("deleteTag", Map.of("id", satu, "replacementId", satu)))
			.isEqualTo("BAD_ARGUMENT replacementId");
	}

	private static Map<String, Object> nulled(String id, String field) {
		Map<String, Object> input = new HashMap<>(Map.of("id", id));
		input.put(field, null);
		return input;
	}

	@Test
	void editorsAndAdministratorsLookAfterTags(@Autowired RoleMatrix roles) {
		create("Satu");
		String satu = id("satu");
		String gone = TestMutations.id("Tag", 4711);
		Map<String, Map<String, ?>> inputs = Map.of("createTag", Map.of("name", "Baru"), "editTag",
				Map.of("id", satu, "name", "Satu"), "mergeTags", Map.of("ids", List.of(satu), "intoId", gone),
				"deleteTag", Map.of("id", gone));
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), inputs);
	}

	private void tagged(String article, String... tags) {
		long id = this.content.article(article);
		for (int i = 0; i < tags.length; i++) {
			this.content.run("insert into article_tag values (:article, :position, :tag)",
					Map.of("article", id, "position", i, "tag", this.content.id("tag", tags[i])));
		}
	}

	private String tags(String article) {
		return String.join(" ",
				this.staff.read("{ article(slug: \"%s\") { tags { slug } } }".formatted(article))
					.path("article.tags[*].slug")
					.entityList(String.class)
					.get());
	}

	private String counts() {
		return this.staff
			.read("{ tags(first: 20) { nodes { slug articleCount articles(first: 20) { totalCount nodes { id } } } } }")
			.path("tags.nodes")
			.entityList(Map.class)
			.get()
			.stream()
			.map((tag) -> {
				Map<?, ?> articles = (Map<?, ?>) tag.get("articles");
				assertThat(String.valueOf(articles.get("totalCount")))
					.isEqualTo(String.valueOf(tag.get("articleCount")))
					.isEqualTo(String.valueOf(((List<?>) articles.get("nodes")).size()));
				return tag.get("slug") + "=" + tag.get("articleCount");
			})
			.collect(Collectors.joining(" "));
	}

	private String create(String name) {
		return send("createTag", Map.of("name", name), "tag { slug }").text("tag.slug");
	}

	private Answer send(String name, Map<String, ?> input, String selection) {
		return this.mutations.send(this.editor, name, input, selection);
	}

	private String refused(String name, Map<String, ?> input) {
		return this.mutations.refused(this.editor, name, input);
	}

	private String id(String slug) {
		return TestMutations.id("Tag", this.content.id("tag", slug));
	}

	private String last() {
		return this.content.one("""
				select concat_ws(' ', e.kind, e.subject_type, e.subject_id, a.action)
				from (select * from event_log order by position desc limit 1) e,
				    (select * from audit_log order by id desc limit 1) a""");
	}

}
