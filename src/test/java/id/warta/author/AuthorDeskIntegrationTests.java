package id.warta.author;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class AuthorDeskIntegrationTests {

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
		this.content.run("insert into media (url, kind) values ('/sri.svg', 'IMAGE'), ('/lagu.mp3', 'AUDIO')");
	}

	@Test
	void aNewAuthorIsThereForReadersAtOnce() {
		Answer answer = send("createAuthor",
				Map.of("name", "Syakirun Ni'am", "jobTitle", "Wartawan", "biography", "Satu\ndua", "url",
						"https://contoh.id/niam", "pictureId", TestMutations.id("Media", 1)),
				"author { slug name jobTitle biography url picture { url } }");
		assertThat(answer.text("author")).isEqualTo("{slug=syakirun-niam, name=Syakirun Ni'am, jobTitle=Wartawan, "
				+ "biography=Satu\ndua, url=https://contoh.id/niam, picture={url=/sri.svg}}");
		this.staff.read("{ author(slug: \"syakirun-niam\") { name } }")
			.path("author.name")
			.entity(String.class)
			.isEqualTo("Syakirun Ni'am");
		assertThat(create("Syakirun Niam")).isEqualTo("syakirun-niam-2");
	}

	@Test
	void whatIsOmittedStaysAndWhatIsNullGoes() {
		send("createAuthor", Map.of("name", "Sri", "jobTitle", "Wartawan", "biography", "Isi", "url",
				"https://contoh.id", "pictureId", TestMutations.id("Media", 1)), "author { slug }")
			.text("author.slug");
		assertThat(send("editAuthor", Map.of("id", id("sri"), "slug", "sri-w"),
				"author { slug name jobTitle biography url picture { url } }")
			.text("author"))
			.isEqualTo("{slug=sri-w, name=Sri, jobTitle=Wartawan, biography=Isi, url=https://contoh.id, "
					+ "picture={url=/sri.svg}}");
		assertThat(this.staff.route("/author/sri")).isEqualTo("MovedRoute /author/sri-w");
		Map<String, Object> input = new HashMap<>(Map.of("id", id("sri-w")));
		for (String field : List.of("jobTitle", "biography", "url", "pictureId")) {
			input.put(field, null);
		}
		assertThat(send("editAuthor", input, "author { name jobTitle biography url picture { url } }").text("author"))
			.isEqualTo("{name=Sri, jobTitle=null, biography=null, url=null, picture=null}");
	}

	@Test
	void theAuditLogSaysWhatChanged() {
		create("Sri");
		Map<String, Object> input = new HashMap<>(
				Map.of("id", id("sri"), "name", "Sri W", "biography", "x".repeat(4000)));
		input.put("pictureId", null);
		send("editAuthor", input, "author { slug }");
		assertThat(this.content.one("select details::text from audit_log order by id desc limit 1"))
			.isEqualTo("{\"name\": \"Sri W\", \"biography\": \"4000 characters\", \"picture_id\": null}");
	}

	@Test
	void bylinesGoToTheOneWhoStays() {
		List.of("Sri", "Sri W", "Budi").forEach(this::create);
		long article = this.content.article("satu");
		this.content.run("""
				insert into article_author (article_id, position, author_id, role) values (:id, 0, 2, 'WRITER'),
				    (:id, 1, 3, 'WRITER'), (:id, 2, 1, 'WRITER'), (:id, 3, 2, 'PHOTOGRAPHER')""",
				Map.of("id", article));
		this.content.run("update article set type = 'LIVE'");
		this.content.run("insert into live_blog (article_id) values (:id)", Map.of("id", article));
		this.content.run("insert into live_blog_entry (article_id, body, author_id) values (:id, 'Isi', 2)",
				Map.of("id", article));
		this.content.run("update staff set author_id = 2 where id = :id", Map.of("id", this.editor.staffId()));
		assertThat(send("mergeAuthors", Map.of("ids", List.of(id("sri-w")), "intoId", id("sri")),
				"author { slug articles { totalCount } }")
			.text("author")).isEqualTo("{slug=sri, articles={totalCount=1}}");
		assertThat(this.staff.read("{ article(slug: \"satu\") { contributions { author { slug } role } } }")
			.path("article.contributions")
			.entity(Object.class)
			.get()
			.toString())
			.isEqualTo("[{author={slug=sri}, role=WRITER}, {author={slug=budi}, role=WRITER}, "
					+ "{author={slug=sri}, role=PHOTOGRAPHER}]");
		this.staff.read("{ article(slug: \"satu\") { liveBlog { entries { nodes { author { slug } } } } } }")
			.path("article.liveBlog.entries.nodes[0].author.slug")
			.entity(String.class)
			.isEqualTo("sri");
		assertThat(this.content.one("select author_id from staff where id = " + this.editor.staffId())).isEqualTo("1");
		assertThat(this.staff.route("/author/sri-w")).isEqualTo("MovedRoute /author/sri");
	}

	@Test
	void whoIsInUseIsDeletedOnlyIfSomebodyReplacesThem() {
		List.of("Sri", "Budi").forEach(this::create);
		String sri = id("sri");
		this.content.run("update staff set author_id = 1 where id = :id", Map.of("id", this.editor.staffId()));
		assertThat(refused("deleteAuthor", Map.of("id", sri))).isEqualTo("IN_USE id");
		this.content.run("update staff set author_id = null");
		long article = this.content.article("satu");
		this.content.run("insert into article_author (article_id, position, author_id) values (:id, 0, 1)",
				Map.of("id", article));
		assertThat(refused("deleteAuthor", Map.of("id", sri))).isEqualTo("IN_USE id");
		assertThat(
				send("deleteAuthor", Map.of("id", sri, "replacementId", id("budi")), "deletedId replacement { slug }")
					.text("replacement.slug"))
			.isEqualTo("budi");
		this.staff.read("{ author(slug: \"sri\") { name } }").path("author").valueIsNull();
		this.staff.read("{ articles(first: 5, where: { author: { eq: \"budi\" } }) { totalCount } }")
			.path("articles.totalCount")
			.entity(Integer.class)
			.isEqualTo(1);
		this.content.run("delete from article");
		assertThat(send("deleteAuthor", Map.of("id", id("budi")), "deletedId").text("deletedId")).isNotEmpty();
	}

	@Test
	void badInputIsRefused() {
		create("Sri");
		String sri = id("sri");
		String gone = TestMutations.id("Author", 4711);
		assertThat(refused("createAuthor", Map.of("name", ""))).isEqualTo("BAD_ARGUMENT name");
		assertThat(refused("createAuthor", Map.of("name", "A", "slug", "sri"))).isEqualTo("SLUG_TAKEN slug");
		assertThat(refused("createAuthor", Map.of("name", "A", "slug", "?"))).isEqualTo("BAD_ARGUMENT slug");
		assertThat(refused("createAuthor", Map.of("name", "A", "jobTitle", "x".repeat(201))))
			.isEqualTo("BAD_ARGUMENT jobTitle");
		assertThat(refused("createAuthor", Map.of("name", "A", "biography", "x".repeat(5001))))
			.isEqualTo("BAD_ARGUMENT biography");
		for (String url : List.of("javascript:alert(1)", "/sri", "//contoh.id", "https:", "https://a b", "ftp://a.id",
				"https://user:pass@a.id")) {
			assertThat(refused("createAuthor", Map.of("name", "A", "url", url))).as(url).isEqualTo("BAD_ARGUMENT url");
			assertThat(refused("editAuthor", Map.of("id", sri, "url", url))).as(url).isEqualTo("BAD_ARGUMENT url");
		}
		assertThat(refused("createAuthor", Map.of("name", "A", "pictureId", sri))).isEqualTo("BAD_ID pictureId");
		for (long picture : List.of(2L, 4711L)) {
			assertThat(refused("createAuthor", Map.of("name", "A", "pictureId", TestMutations.id("Media", picture))))
				.isEqualTo("NOT_FOUND pictureId");
			assertThat(refused("editAuthor", Map.of("id", sri, "pictureId", TestMutations.id("Media", picture))))
				.isEqualTo("NOT_FOUND pictureId");
		}
		assertThat(refused("editAuthor", Map.of("id", sri))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("editAuthor", Map.of("id", gone))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("editAuthor", Map.of("id", gone, "name", "A"))).isEqualTo("NOT_FOUND id");
		assertThat(refused("mergeAuthors", Map.of("ids", List.of(gone), "intoId", sri))).isEqualTo("NOT_FOUND ids");
		assertThat(refused("mergeAuthors", Map.of("ids", List.of(sri), "intoId", gone))).isEqualTo("NOT_FOUND intoId");
		assertThat(refused("deleteAuthor", Map.of("id", gone))).isEqualTo("NOT_FOUND id");
		assertThat(refused("deleteAuthor", Map.of("id", "x"))).isEqualTo("BAD_ID id");
	}

	@Test
	void editorsAndAdministratorsLookAfterAuthors(@Autowired RoleMatrix roles) {
		create("Sri");
		String sri = id("sri");
		String gone = TestMutations.id("Author", 4711);
		Map<String, Map<String, ?>> inputs = Map.of("createAuthor", Map.of("name", "Baru"), "editAuthor",
				Map.of("id", sri, "name", "Sri"), "mergeAuthors", Map.of("ids", List.of(sri), "intoId", gone),
				"deleteAuthor", Map.of("id", gone));
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), inputs);
	}

	private String create(String name) {
		return send("createAuthor", Map.of("name", name), "author { slug }").text("author.slug");
	}

	private Answer send(String name, Map<String, ?> input, String selection) {
		return this.mutations.send(this.editor, name, input, selection);
	}

	private String refused(String name, Map<String, ?> input) {
		return this.mutations.refused(this.editor, name, input);
	}

	private String id(String slug) {
		return TestMutations.id("Author", this.content.id("author", slug));
	}

}
