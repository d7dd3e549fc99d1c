package id.warta.category;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class CategoryDeskIntegrationTests {

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
	void aNewCategoryIsThereForReadersAtOnce() {
		Answer answer = send("createCategory",
				Map.of("name", "  Kabar  Daerah ", "description", " Dari\nsemua daerah "),
				"category { id slug name description parent { slug } children { slug } articleCount }");
		assertThat(answer.text("category"))
			.contains("slug=kabar-daerah, name=Kabar Daerah, description=Dari\nsemua daerah", "articleCount=0");
		this.staff.read("{ category(slug: \"kabar-daerah\") { name } }")
			.path("category.name")
			.entity(String.class)
			.isEqualTo("Kabar Daerah");
		assertThat(this.content.one("""
				select concat_ws(' ', kind, subject_type, subject_id) from event_log order by position desc limit 1"""))
			.isEqualTo("CATEGORY_CHANGED Category 1");
		assertThat(this.content.one("""
				select concat_ws(' ', action, subject_type, subject_id, staff_id = %d) from audit_log
				order by id desc limit 1""".formatted(this.editor.staffId()))).isEqualTo("createCategory Category 1 t");
	}

	@Test
	void newOnesStandLastOnceTheirSiblingsAreOrdered() {
		create("B", null, null);
		create("A", null, null);
		assertThat(tree()).isEqualTo("a b");
		send("moveCategory", Map.of("id", id("b"), "position", 0), "category { slug }");
		assertThat(tree()).isEqualTo("b a");
		create("0", null, null);
		assertThat(tree()).isEqualTo("b a 0");
		create("C", null, 1);
		create("D", null, 99);
		assertThat(tree()).isEqualTo("b c a 0 d");
		create("Z", "c", null);
		create("Y", "c", 0);
		assertThat(tree()).isEqualTo("b c(y z) a 0 d");
	}

	@Test
	void slugsThatAreMadeGetANumberAndSlugsThatAreGivenAreRefused() {
		assertThat(create("Banjir!", null, null)).isEqualTo("banjir");
		assertThat(create("banjir", null, null)).isEqualTo("banjir-2");
		assertThat(create("Наводнение", null, null)).isEqualTo("navodnenie");
		assertThat(send("createCategory", Map.of("name", "X", "slug", "banjir"), "category { slug }").errors())
			.containsExactly("SLUG_TAKEN slug");
		send("editCategory", Map.of("id", id("banjir"), "slug", "air-bah"), "category { slug }").text("category.slug");
		assertThat(create("Banjir", null, null)).as("a former slug isn't taken by chance").isEqualTo("banjir-3");
		assertThat(send("createCategory", Map.of("name", "X", "slug", "banjir"), "category { slug }")
			.text("category.slug")).as("but on purpose").isEqualTo("banjir");
	}

	@Test
	void manyAtOnceGetDifferentSlugs() {
		List<String> slugs = Flux.range(0, 8)
			.flatMap((i) -> Flux.defer(() -> Flux.just(create("Serentak", null, null)))
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block();
		assertThat(slugs).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
			.mapToObj((number) -> (number == 1) ? "serentak" : "serentak-" + number)
			.toList());
	}

	@Test
	void whatIsOmittedStaysAndWhatIsNullGoes() {
		send("createCategory", Map.of("name", "Satu", "description", "Isi"), "category { slug }");
		assertThat(send("editCategory", Map.of("id", id("satu"), "name", "Dua"), "category { slug name description }")
			.text("category")).isEqualTo("{slug=satu, name=Dua, description=Isi}");
		Map<String, Object> input = new HashMap<>(Map.of("id", id("satu")));
		input.put("description", null);
		assertThat(send("editCategory", input, "category { name description }").text("category"))
			.isEqualTo("{name=Dua, description=null}");
	}

	@Test
	void theAuditLogSaysWhatChanged() {
		create("Satu", null, null);
		create("Dua", null, null);
		send("editCategory", Map.of("id", id("satu"), "name", "Tiga", "description", "x".repeat(400), "position", 1),
				"category { slug }");
		assertThat(audited()).isEqualTo("{\"name\": \"Tiga\", \"position\": 1, \"description\": \"400 characters\"}");
		send("moveCategory", Map.of("id", id("satu"), "parentId", id("dua"), "position", 0), "category { slug }");
		assertThat(audited()).isEqualTo("{\"position\": 0, \"parent_id\": 2}");
		Map<String, Object> toTheTop = new HashMap<>(Map.of("id", id("satu")));
		toTheTop.put("parentId", null);
		send("moveCategory", toTheTop, "category { slug }");
		assertThat(audited()).isEqualTo("{\"position\": null, \"parent_id\": null}");
		send("moveCategory", Map.of("id", id("satu"), "position", 0), "category { slug }");
		assertThat(audited()).isEqualTo("{\"position\": 0}");
	}

	private String audited() {
		return this.content.one("select details::text from audit_log order by id desc limit 1");
	}

	@Test
	void formerSlugsLeadToTheNewOne() {
		create("Satu", null, null);
		send("editCategory", Map.of("id", id("satu"), "slug", "dua"), "category { slug }").text("category.slug");
		send("editCategory", Map.of("id", id("dua"), "slug", "tiga"), "category { slug }").text("category.slug");
		assertThat(this.staff.route("/category/satu")).isEqualTo("MovedRoute /category/tiga");
		assertThat(this.staff.route("/category/dua")).isEqualTo("MovedRoute /category/tiga");
		assertThat(this.staff.route("/category/tiga")).isEqualTo("FoundRoute");
		send("editCategory", Map.of("id", id("tiga"), "slug", "satu"), "category { slug }").text("category.slug");
		assertThat(this.staff.route("/category/satu")).isEqualTo("FoundRoute");
		assertThat(this.staff.route("/category/tiga")).isEqualTo("MovedRoute /category/satu");
	}

	@Test
	void articlesAndCountsFollowAMove() {
		create("Atas", null, null);
		create("Lain", null, null);
		create("Bawah", "atas", null);
		this.content.article("satu", "bawah");
		this.content.article("dua", "atas");
		assertThat(counts()).isEqualTo("atas=2 bawah=1 lain=0");
		send("moveCategory", Map.of("id", id("bawah"), "parentId", id("lain")), "category { parent { slug } }")
			.text("category.parent.slug");
		assertThat(counts()).isEqualTo("atas=1 bawah=1 lain=1");
		Map<String, Object> toTheTop = new HashMap<>(Map.of("id", id("bawah"), "position", 0));
		toTheTop.put("parentId", null);
		send("moveCategory", toTheTop, "category { slug }").text("category.slug");
		assertThat(counts()).isEqualTo("atas=1 bawah=1 lain=0");
		assertThat(tree()).isEqualTo("bawah atas lain");
	}

	@Test
	void nothingGoesBelowItself() {
		create("A", null, null);
		create("B", "a", null);
		create("C", "b", null);
		for (String below : List.of("a", "b", "c")) {
			assertThat(send("moveCategory", Map.of("id", id("a"), "parentId", id(below)), "category { slug }").errors())
				.containsExactly("CYCLE parentId");
		}
		assertThat(send("mergeCategories", Map.of("ids", List.of(id("a")), "intoId", id("c")), "category { slug }")
			.errors()).containsExactly("CYCLE intoId");
		assertThat(tree()).isEqualTo("a(b(c))");
	}

	@Test
	void twoMovesThatWouldMakeACycleTogetherDont() {
		create("A", null, null);
		create("B", null, null);
		String a = id("a");
		String b = id("b");
		List<String> outcomes = Flux.just(Map.of("id", a, "parentId", b), Map.of("id", b, "parentId", a))
			.flatMap((input) -> Flux
				.defer(() -> Flux.just(send("moveCategory", input, "category { slug }").errors().toString()))
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block();
		assertThat(outcomes).containsExactlyInAnyOrder("[]", "[CYCLE parentId]");
	}

	@Test
	void whatMergesGoesToTheOneThatStays() {
		create("Bola", null, null);
		create("Sepak Bola", null, null);
		create("Futsal", "sepak-bola", null);
		create("Liga", "futsal", null);
		this.content.article("satu", "sepak-bola", "bola");
		this.content.article("dua", "futsal");
		this.content.article("tiga", "liga");
		this.content.article("empat", "bola", "liga", "sepak-bola");
		this.content.run("insert into menu (slug, name) values ('header', 'Header')");
		this.content.run("insert into menu_item (menu_id, category_id) values (1, 3)");
		this.content.run("""
				insert into placement (slug, name, size, category_id) values ('utama', 'Utama', 5, 2)""");
		this.content
			.run("""
					insert into imported (source, kind, source_id, target_id, fingerprint) values ('s', 'category', 'x', 2, '')""");
		this.content.changed();
		assertThat(send("mergeCategories",
				Map.of("ids", List.of(id("sepak-bola"), id("futsal"), id("futsal")), "intoId", id("bola")),
				"category { slug articleCount children { slug } }")
			.text("category")).isEqualTo("{slug=bola, articleCount=4, children=[{slug=liga}]}");
		assertThat(counts()).isEqualTo("bola=4 liga=2");
		assertThat(filed("satu")).isEqualTo("bola");
		assertThat(filed("empat")).isEqualTo("bola liga");
		assertThat(this.staff.route("/category/futsal")).isEqualTo("MovedRoute /category/bola");
		assertThat(this.staff.route("/category/sepak-bola")).isEqualTo("MovedRoute /category/bola");
		this.staff
			.read("{ menu(slug: \"header\") { items { label url } } placement(slug: \"utama\") { articles { slug } } }")
			.path("menu.items[0].url")
			.entity(String.class)
			.isEqualTo("/category/bola")
			.path("placement.articles[*].slug")
			.entityList(String.class)
			.containsExactly("empat", "tiga", "dua", "satu");
		assertThat(this.content.one("select target_id from imported")).isEqualTo("1");
	}

	@Test
	void whatIsInUseIsDeletedOnlyIfSomethingReplacesIt() {
		create("Satu", null, null);
		create("Dua", null, null);
		create("Tiga", "satu", null);
		String satu = id("satu");
		assertThat(delete(satu, null).errors()).containsExactly("IN_USE id");
		assertThat(delete(id("tiga"), null).text("deletedId")).isNotEmpty();
		this.content.article("a", "satu");
		assertThat(delete(satu, null).errors()).containsExactly("IN_USE id");
		Answer replaced = delete(satu, id("dua"));
		assertThat(replaced.text("deletedId")).isEqualTo(satu);
		assertThat(replaced.text("replacement.slug")).isEqualTo("dua");
		assertThat(counts()).isEqualTo("dua=1");
		assertThat(this.staff.route("/category/satu")).isEqualTo("MovedRoute /category/dua");
		this.content.run("delete from article");
		this.content.run("insert into menu (slug, name) values ('header', 'Header')");
		this.content.run("insert into menu_item (menu_id, category_id) values (1, 2)");
		assertThat(delete(id("dua"), null).errors()).containsExactly("IN_USE id");
		this.content.run("delete from menu");
		this.content.run("insert into placement (slug, name, size, category_id) values ('utama', 'Utama', 5, 2)");
		assertThat(delete(id("dua"), null).errors()).containsExactly("IN_USE id");
		this.content.run("delete from placement");
		assertThat(delete(id("dua"), null).field("replacement")).isNull();
		assertThat(this.staff.route("/category/satu")).isEqualTo("NotFoundRoute");
		assertThat(tree()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\n" })
	void blankNamesAreRefused(String name) {
		create("Satu", null, null);
		assertThat(send("createCategory", Map.of("name", name), "category { slug }").errors())
			.containsExactly("BAD_ARGUMENT name");
		assertThat(send("editCategory", Map.of("id", id("satu"), "name", name), "category { slug }").errors())
			.containsExactly("BAD_ARGUMENT name");
	}

	@Test
	void badInputIsRefused() {
		create("Satu", null, null);
		String gone = TestMutations.id("Category", 4711);
		String tag = TestMutations.id("Tag", 1);
		assertThat(refused("createCategory", Map.of("name", "x".repeat(201)))).isEqualTo("BAD_ARGUMENT name");
		assertThat(refused("createCategory", Map.of("name", "A", "description", "x".repeat(5001))))
			.isEqualTo("BAD_ARGUMENT description");
		for (String slug : List.of("", "Besar", "a b", "a--b", "-", "é", "x".repeat(101))) {
			assertThat(refused("createCategory", Map.of("name", "A", "slug", slug))).isEqualTo("BAD_ARGUMENT slug");
			assertThat(refused("editCategory", Map.of("id", id("satu"), "slug", slug))).isEqualTo("BAD_ARGUMENT slug");
		}
		assertThat(refused("createCategory", Map.of("name", "A", "position", -1))).isEqualTo("BAD_ARGUMENT position");
		assertThat(refused("createCategory", Map.of("name", "A", "parentId", "x"))).isEqualTo("BAD_ID parentId");
		assertThat(refused("createCategory", Map.of("name", "A", "parentId", tag))).isEqualTo("BAD_ID parentId");
		assertThat(refused("createCategory", Map.of("name", "A", "parentId", gone))).isEqualTo("NOT_FOUND parentId");
		assertThat(refused("editCategory", Map.of("id", gone))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("editCategory", Map.of("id", gone, "name", "A"))).isEqualTo("NOT_FOUND id");
		assertThat(refused("editCategory", Map.of("id", tag, "name", "A"))).isEqualTo("BAD_ID id");
		assertThat(refused("editCategory", Map.of("id", id("satu")))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("moveCategory", Map.of("id", id("satu")))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("moveCategory", Map.of("id", gone, "position", 1))).isEqualTo("NOT_FOUND id");
		assertThat(refused("moveCategory", Map.of("id", id("satu"), "parentId", gone))).isEqualTo("NOT_FOUND parentId");
		assertThat(refused("mergeCategories", Map.of("ids", List.of(), "intoId", id("satu"))))
			.isEqualTo("BAD_ARGUMENT ids");
		assertThat(refused("mergeCategories", Map.of("ids", List.of(id("satu")), "intoId", id("satu"))))
			.isEqualTo("BAD_ARGUMENT ids");
		assertThat(refused("mergeCategories", Map.of("ids", List.of(gone), "intoId", id("satu"))))
			.isEqualTo("NOT_FOUND ids");
		assertThat(refused("mergeCategories", Map.of("ids", List.of(id("satu")), "intoId", gone)))
			.isEqualTo("NOT_FOUND intoId");
		assertThat(refused("deleteCategory", Map.of("id", gone))).isEqualTo("NOT_FOUND id");
		assertThat(refused("deleteCategory", Map.of("id", id("satu"), "replacementId", gone)))
			.isEqualTo("NOT_FOUND replacementId");
		assertThat(refused("deleteCategory", Map.of("id", id("satu"), "replacementId", id("satu"))))
			.isEqualTo("BAD_ARGUMENT replacementId");
		assertThat(tree()).isEqualTo("satu");
	}

	@Test
	void whatWasRefusedLeavesNothingBehind() {
		create("Satu", null, null);
		String before = this.content.one("select position from event_log_head");
		String audited = this.content.one("select count(*) from audit_log");
		send("createCategory", Map.of("name", "X", "slug", "satu"), "category { slug }");
		send("editCategory", Map.of("id", id("satu"), "name", ""), "category { slug }");
		assertThat(this.content.one("select position from event_log_head")).isEqualTo(before);
		assertThat(this.content.one("select count(*) from audit_log")).isEqualTo(audited);
	}

	@Test
	void editorsAndAdministratorsLookAfterCategories(@Autowired RoleMatrix roles) {
		create("Satu", null, null);
		String satu = id("satu");
		Map<String, Map<String, ?>> inputs = Map.of("createCategory", Map.of("name", "Baru"), "editCategory",
				Map.of("id", satu, "name", "Satu"), "moveCategory", Map.of("id", satu, "position", 0),
				"mergeCategories", Map.of("ids", List.of(satu), "intoId", TestMutations.id("Category", 4711)),
				"deleteCategory", Map.of("id", TestMutations.id("Category", 4711)));
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), inputs);
	}

	private String create(String name, @Nullable String parent, @Nullable Integer position) {
		Map<String, Object> input = new HashMap<>(Map.of("name", name));
		if (parent != null) {
			input.put("parentId", id(parent));
		}
		input.put("position", position);
		return send("createCategory", input, "category { slug }").text("category.slug");
	}

	private Answer delete(String id, @Nullable String replacement) {
		Map<String, Object> input = new HashMap<>(Map.of("id", id));
		input.put("replacementId", replacement);
		return send("deleteCategory", input, "deletedId replacement { slug }");
	}

	private Answer send(String name, Map<String, ?> input, String selection) {
		return this.mutations.send(this.editor, name, input, selection);
	}

	private String refused(String name, Map<String, ?> input) {
		return this.mutations.refused(this.editor, name, input);
	}

	private String id(String slug) {
		return TestMutations.id("Category", this.content.id("category", slug));
	}

	/** As readers see it. */
	private String tree() {
		return level(this.staff.read("{ categories { slug children { slug children { slug children { slug } } } } }")
			.path("categories")
			.entityList(Map.class)
			.get());
	}

	private static String level(List<?> categories) {
		return categories.stream().map(Map.class::cast).map((category) -> {
			List<?> children = (List<?>) category.get("children");
			return category.get("slug") + ((children == null || children.isEmpty()) ? "" : "(" + level(children) + ")");
		}).collect(Collectors.joining(" "));
	}

	private String counts() {
		List<String> slugs = List
			.of(this.content.one("select string_agg(slug, ' ' order by slug) from category").split(" "));
		return slugs.stream().map((slug) -> {
			GraphQlTester.Response read = this.staff.read("""
					{ category(slug: "%1$s") { articleCount }
					  articles(first: 100, where: { category: { eq: "%1$s" } }) { totalCount nodes { slug } } }"""
				.formatted(slug));
			int listed = read.path("articles.nodes").entityList(Object.class).get().size();
			read.path("category.articleCount").entity(Integer.class).isEqualTo(listed);
			read.path("articles.totalCount").entity(Integer.class).isEqualTo(listed);
			return slug + "=" + listed;
		}).collect(Collectors.joining(" "));
	}

	private String filed(String article) {
		return String.join(" ",
				this.staff.read("{ article(slug: \"%s\") { categories { slug } } }".formatted(article))
					.path("article.categories[*].slug")
					.entityList(String.class)
					.get());
	}

}
