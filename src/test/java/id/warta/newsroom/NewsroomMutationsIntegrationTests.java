package id.warta.newsroom;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.RoleMatrix;
import id.warta.TestContent;
import id.warta.TestMutations;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.GraphQlTester;

import static id.warta.TestMutations.id;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Articles are written, published and put right by GraphQL, by those who may.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class NewsroomMutationsIntegrationTests {

	private static final String ARTICLE = """
			article { id status slug title subtitle revision visible withdrawalReason body language sponsor
			    categories { slug } tags { slug } contributions { author { slug } role } leadMedia { url } }""";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private Viewer author;

	private Viewer editor;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into category (slug, name) values ('nasional', 'N')");
		this.content.run("insert into tag (slug, name) values ('banjir', 'B'), ('gempa', 'G')");
		this.content.run("insert into author (slug, name) values ('sri', 'Sri')");
		this.content.run("insert into media (url, alt) values ('/a.jpg', 'Sungai'), ('/b.jpg', '')");
		this.content.changed();
		this.author = this.staff.viewer(Role.AUTHOR);
		this.editor = this.staff.viewer(Role.EDITOR);
	}

	private GraphQlTester.Response run(Viewer viewer, String mutation, Map<String, ?> input, String selection) {
		return this.mutations.send(viewer, mutation, input, selection).response();
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> done(Viewer viewer, String mutation, Map<String, ?> input) {
		return (Map<String, Object>) this.mutations.send(viewer, mutation, input, ARTICLE).field("article");
	}

	private String refused(Viewer viewer, String mutation, Map<String, ?> input) {
		return this.mutations.refused(viewer, mutation, input);
	}

	private String draft(Viewer viewer, String title) {
		return (String) done(viewer, "createArticle", Map.of("content", Map.of("title", title))).get("id");
	}

	@Test
	void aDraftHasWhatItWasGivenAndWhatIsMadeOfIt() {
		Map<String, Object> article = done(this.author, "createArticle", Map.of("content",
				Map.of("title", " Banjir\tdi Jakarta ", "body", "<p>Air <b>naik</b></p><script>x</script>",
						"categoryIds", List.of(id("Category", 1)), "tagIds", List.of(id("Tag", 2), id("Tag", 1)),
						"contributions", List.of(Map.of("authorId", id("Author", 1), "role", "PHOTOGRAPHER")),
						"leadMediaId", id("Media", 1))));
		assertThat(article).containsEntry("status", "DRAFT")
			.containsEntry("title", "Banjir di Jakarta")
			.containsEntry("slug", "banjir-di-jakarta")
			.containsEntry("revision", 1)
			.containsEntry("language", "id")
			.containsEntry("body", "<p>Air <b>naik</b></p>")
			.containsEntry("visible", false)
			.containsEntry("tags", List.of(Map.of("slug", "gempa"), Map.of("slug", "banjir")))
			.containsEntry("categories", List.of(Map.of("slug", "nasional")))
			.containsEntry("contributions", List.of(Map.of("author", Map.of("slug", "sri"), "role", "PHOTOGRAPHER")))
			.containsEntry("leadMedia", Map.of("url", "/a.jpg"));
	}

	@Test
	void slugsOfEqualTitlesAreNumberedAndOldOnesAreNeverGivenAgain() {
		String first = draft(this.editor, "Banjir");
		assertThat(done(this.editor, "createArticle", Map.of("content", Map.of("title", "Banjir"))))
			.containsEntry("slug", "banjir-2");
		done(this.editor, "publishArticle", Map.of("id", first));
		done(this.editor, "editArticle", Map.of("id", first, "revision", 1, "content", Map.of("slug", "banjir-besar")));
		assertThat(done(this.editor, "createArticle", Map.of("content", Map.of("title", "Banjir"))))
			.containsEntry("slug", "banjir-3");
		this.staff.read("{ route(path: \"/banjir\") { ... on MovedRoute { to } } }")
			.path("route.to")
			.entity(String.class)
			.isEqualTo("/banjir-besar");
		done(this.editor, "editArticle", Map.of("id", first, "revision", 2, "content", Map.of("slug", "banjir")));
		assertThat(
				refused(this.editor, "createArticle", Map.of("content", Map.of("title", "T", "slug", "banjir-besar"))))
			.isEqualTo("SLUG_TAKEN content.slug");
	}

	@Test
	void aRepeatedRequestMakesNoSecondArticle() {
		Map<String, ?> input = Map.of("content", Map.of("title", "Banjir"), "idempotencyKey", "k1");
		Object first = done(this.author, "createArticle", input).get("id");
		assertThat(done(this.author, "createArticle", input).get("id")).isEqualTo(first);
		assertThat(done(this.editor, "createArticle", input).get("id")).isNotEqualTo(first);
		assertThat(this.content.one("select count(*) from article")).isEqualTo("2");
	}

	@Test
	void whatAnEditLeavesOutStaysAndWhatItNullsGoes() {
		String id = draft(this.author, "Banjir");
		done(this.author, "editArticle", Map.of("id", id, "revision", 1, "content",
				Map.of("subtitle", "S", "body", "<p>B</p>", "tagIds", List.of(id("Tag", 1)))));
		Map<String, @Nullable Object> content = new HashMap<>();
		content.put("subtitle", null);
		assertThat(done(this.author, "editArticle", Map.of("id", id, "revision", 2, "content", content)))
			.containsEntry("subtitle", null)
			.containsEntry("body", "<p>B</p>")
			.containsEntry("tags", List.of(Map.of("slug", "banjir")))
			.containsEntry("revision", 3);
	}

	@Test
	void whoStartsFromAnOldRevisionIsToldTheCurrentOne() {
		String id = draft(this.author, "Banjir");
		done(this.author, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("title", "Baru")));
		GraphQlTester.Response response = run(this.author, "editArticle",
				Map.of("id", id, "revision", 1, "content", Map.of("title", "Lama")), "");
		response.path("editArticle.errors[0].code").entity(String.class).isEqualTo("CONFLICT");
		response.path("editArticle.errors[0].currentRevision").entity(Integer.class).isEqualTo(2);
		assertThat(this.content.one("select title from article")).isEqualTo("Baru");
	}

	@Test
	void anothersDraftLooksAsIfThereWereNone() {
		String id = draft(this.author, "Banjir");
		Viewer other = this.staff.viewer(Role.AUTHOR);
		for (String mutation : List.of("submitArticle", "deleteDraft")) {
			assertThat(refused(other, mutation, Map.of("id", id))).isEqualTo("NOT_FOUND id");
		}
		assertThat(refused(other, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("title", "T"))))
			.isEqualTo("NOT_FOUND id");
		assertThat(refused(other, "createPreview", Map.of("articleId", id))).isEqualTo("NOT_FOUND articleId");
		this.staff.as(other)
			.document("query ($id: ID!) { newsroomArticle(id: $id) { title } newsroomArticles { nodes { title } } }")
			.variable("id", id)
			.execute()
			.path("newsroomArticle")
			.valueIsNull()
			.path("newsroomArticles.nodes")
			.entityList(Object.class)
			.hasSize(0);
	}

	@Test
	void authorsEditDraftsAlone() {
		String id = draft(this.author, "Banjir");
		done(this.author, "submitArticle", Map.of("id", id));
		assertThat(
				refused(this.author, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("title", "T"))))
			.isEqualTo("WRONG_STATUS");
		done(this.editor, "returnArticle", Map.of("id", id, "note", "Kurang"));
		done(this.author, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("title", "T")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{title: ""}                     | BAD_ARGUMENT content.title
			{title: "T", slug: "A B"}       | BAD_ARGUMENT content.slug
			{title: "T", categoryIds: ["x"]}| BAD_ID content.categoryIds
			{title: "T", tagIds: ["VGFnOjk"]}| NOT_FOUND content.tagIds
			{title: "T", leadMediaId: "TWVkaWE6Mg"}| ALT_MISSING content.leadMediaId
			{title: "T", leadMediaId: "TWVkaWE6OQ"}| NOT_FOUND content.leadMediaId
			{title: "T", type: SPONSORED}   | BAD_ARGUMENT content.sponsor
			{title: "T", sponsor: "S"}      | BAD_ARGUMENT content.sponsor
			{subtitle: "T"}                 | BAD_ARGUMENT content.title
			""")
	void badContentIsRefusedWithItsPlace(String content, String expected) {
		GraphQlTester.Response response = this.staff.as(this.author)
			.document("mutation { createArticle(input: {content: %s}) { errors { code path } } }".formatted(content))
			.execute();
		assertThat(new TestMutations.Answer("createArticle", response).errors()).containsExactly(expected);
		assertThat(this.content.one("select count(*) from article")).isEqualTo("0");
	}

	@Test
	void whatIsTooLongIsRefusedWithItsPlace() {
		assertThat(refused(this.author, "createArticle", Map.of("content", Map.of("title", "x".repeat(10_240)))))
			.isEqualTo("BAD_ARGUMENT content.title");
		assertThat(refused(this.author, "createArticle",
				Map.of("content", Map.of("title", "T", "body", "x".repeat(500_001)))))
			.isEqualTo("BAD_ARGUMENT content.body");
		assertThat(done(this.author, "createArticle",
				Map.of("content", Map.of("title", "T", "body", "kata ".repeat(90_000)))))
			.containsEntry("revision", 1);
	}

	@Test
	void revisionsTellWhoChangedWhatAndAreRestored() {
		String id = draft(this.author, "Satu");
		done(this.author, "editArticle",
				Map.of("id", id, "revision", 1, "content", Map.of("title", "Dua", "tagIds", List.of(id("Tag", 1)))));
		done(this.editor, "editArticle", Map.of("id", id, "revision", 2, "content", Map.of("body", "<p>Isi</p>")));
		assertThat(done(this.author, "restoreRevision", Map.of("id", id, "revision", 3, "restore", 1)))
			.containsEntry("title", "Satu")
			.containsEntry("body", "")
			.containsEntry("tags", List.of())
			.containsEntry("revision", 4);
		GraphQlTester.Response response = this.staff.as(this.author).document("""
				query ($id: ID!) { newsroomArticle(id: $id) {
				    revisions(first: 3) { nodes { revision savedBy action title changes { field before after } }
				        pageInfo { hasNextPage } }
				    changes(from: 2, to: 3) { field } } }""").variable("id", id).execute();
		response.path("newsroomArticle.revisions.nodes[*].revision").entityList(Integer.class).containsExactly(4, 3, 2);
		response.path("newsroomArticle.revisions.nodes[1].savedBy").entity(String.class).isEqualTo(this.editor.name());
		response.path("newsroomArticle.revisions.nodes[0].action").entity(String.class).isEqualTo("restoreRevision");
		response.path("newsroomArticle.revisions.nodes[2].changes")
			.entityList(Map.class)
			.contains(Map.of("field", "title", "before", "Satu", "after", "Dua"),
					Map.of("field", "tagIds", "before", List.of(), "after", List.of(1)));
		response.path("newsroomArticle.revisions.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
		response.path("newsroomArticle.changes[*].field").entityList(String.class).containsExactly("body");
		assertThat(refused(this.author, "restoreRevision", Map.of("id", id, "revision", 4, "restore", 9)))
			.isEqualTo("NOT_FOUND restore");
	}

	@Test
	void whatWasFoundIsARevisionToo() {
		this.content.article("lama");
		String id = id("Article", 1);
		done(this.editor, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("title", "Baru")));
		assertThat(done(this.editor, "restoreRevision", Map.of("id", id, "revision", 2, "restore", 1)))
			.containsEntry("title", "Title of lama");
	}

	@Test
	void whatIsGoneIsLeftOutOfWhatIsRestored() {
		String id = (String) done(this.author, "createArticle",
				Map.of("content", Map.of("title", "T", "tagIds", List.of(id("Tag", 1), id("Tag", 2)))))
			.get("id");
		done(this.author, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("tagIds", List.of())));
		this.content.run("delete from tag where id = 1");
		assertThat(done(this.author, "restoreRevision", Map.of("id", id, "revision", 2, "restore", 1)))
			.containsEntry("tags", List.of(Map.of("slug", "gempa")));
	}

	@Test
	void draftsAreDeletedButNotWhatReadersHaveSeen() {
		String id = draft(this.author, "Banjir");
		run(this.author, "deleteDraft", Map.of("id", id), "deletedId").path("deleteDraft.deletedId")
			.entity(String.class)
			.isEqualTo(id);
		this.content.article("lama");
		done(this.editor, "withdrawArticle", Map.of("id", id("Article", 2)));
		done(this.editor, "returnArticle", Map.of("id", id("Article", 2)));
		assertThat(refused(this.editor, "deleteDraft", Map.of("id", id("Article", 2)))).isEqualTo("WRONG_STATUS");
	}

	@Test
	void aWithdrawnArticleSaysWhy() {
		this.content.article("lama");
		assertThat(done(this.editor, "withdrawArticle", Map.of("id", id("Article", 1), "reason", "Keliru")))
			.containsEntry("withdrawalReason", "Keliru")
			.containsEntry("status", "WITHDRAWN");
		this.staff.read("{ route(path: \"/lama\") { __typename ... on GoneRoute { reason } } }")
			.path("route")
			.entity(Map.class)
			.isEqualTo(Map.of("__typename", "GoneRoute", "reason", "Keliru"));
		assertThat(refused(this.editor, "publishArticle", Map.of("id", id("Article", 1)))).isEqualTo("WRONG_STATUS");
	}

	@Test
	void breakingNewsBeginsAndEnds() {
		this.content.article("lama");
		Map<String, ?> mark = Map.of("id", id("Article", 1), "until", "2100-01-01T00:00:00Z");
		done(this.editor, "markBreaking", mark);
		assertThat(this.content.one("select breaking_until from article")).startsWith("2100");
		done(this.editor, "endBreaking", Map.of("id", id("Article", 1)));
		assertThat(refused(this.editor, "endBreaking", Map.of("id", id("Article", 1)))).isEqualTo("NOT_FOUND id");
		assertThat(
				refused(this.editor, "markBreaking", Map.of("id", id("Article", 1), "until", "2020-01-01T00:00:00Z")))
			.isEqualTo("BAD_ARGUMENT until");
	}

	@Test
	void whatIsScheduledIsForTheFuture() {
		String id = draft(this.editor, "Banjir");
		assertThat(refused(this.editor, "scheduleArticle", Map.of("id", id, "at", "2020-01-01T00:00:00Z")))
			.isEqualTo("BAD_ARGUMENT at");
		assertThat(done(this.editor, "scheduleArticle", Map.of("id", id, "at", "2100-01-01T00:00:00Z")))
			.containsEntry("status", "SCHEDULED");
		done(this.editor, "scheduleArticle", Map.of("id", id, "at", "2101-01-01T00:00:00Z"));
		assertThat(done(this.editor, "unscheduleArticle", Map.of("id", id))).containsEntry("status", "DRAFT");
		assertThat(this.content.one("select coalesce(published_at::text, 'none') from article")).isEqualTo("none");
	}

	@Test
	void anEmbargoHidesWhatIsPublishedUntilItEnds() {
		String id = draft(this.editor, "Banjir");
		done(this.editor, "setEmbargo", Map.of("id", id, "until", "2100-01-01T00:00:00Z"));
		assertThat(done(this.editor, "publishArticle", Map.of("id", id))).containsEntry("visible", false);
		assertThat(done(this.editor, "setEmbargo", Map.of("id", id))).containsEntry("visible", true);
		assertThat(refused(this.editor, "setEmbargo", Map.of("id", id, "until", "2100-01-01T00:00:00Z")))
			.isEqualTo("WRONG_STATUS");
	}

	@Test
	void translationsAreOneToALanguage() {
		String indonesian = draft(this.editor, "Banjir");
		String english = (String) done(this.editor, "createArticle",
				Map.of("content", Map.of("title", "Flood", "language", "en")))
			.get("id");
		String french = (String) done(this.editor, "createArticle",
				Map.of("content", Map.of("title", "Crue", "language", "fr")))
			.get("id");
		done(this.editor, "linkTranslation", Map.of("id", english, "translationOfId", indonesian));
		done(this.editor, "linkTranslation", Map.of("id", french, "translationOfId", english));
		this.staff.as(this.editor)
			.document("query ($id: ID!) { newsroomArticle(id: $id) { translations { language } } }")
			.variable("id", indonesian)
			.execute()
			.path("newsroomArticle.translations[*].language")
			.entityList(String.class)
			.containsExactly("en", "fr");
		String other = draft(this.editor, "Gempa");
		assertThat(refused(this.editor, "linkTranslation", Map.of("id", other, "translationOfId", french)))
			.isEqualTo("LANGUAGE_TAKEN translationOfId");
		assertThat(this.content.one("select count(*) from article where translation_group_id is not null"))
			.isEqualTo("3");
		done(this.editor, "unlinkTranslation", Map.of("id", french));
		assertThat(this.content.one("select count(*) from article where translation_group_id is not null"))
			.isEqualTo("2");
	}

	@Test
	void manyAreChangedOrNone() {
		String draft = draft(this.editor, "Banjir");
		this.content.article("lama");
		Map<String, ?> input = Map.of("ids", List.of(draft, id("Article", 2), id("Article", 99)));
		assertThat(this.mutations.send(this.editor, "publishArticles", input, "articles { status }").errors())
			.containsExactly("WRONG_STATUS ids.1", "NOT_FOUND ids.2");
		assertThat(this.content.one("select status from article where id = 1")).isEqualTo("DRAFT");
		assertThat(refused(this.editor, "publishArticles",
				Map.of("ids", List.of(draft, id("Article", 2)), "mode", "REJECT_FAILED")))
			.isEqualTo("WRONG_STATUS ids.1");
		assertThat(this.content.one("select status from article where id = 1")).isEqualTo("PUBLISHED");
	}

	@Test
	void manyAreTaggedAnew() {
		this.content.article("satu");
		this.content.article("dua");
		this.content.run("insert into article_tag values (1, 0, 1)");
		assertThat(refused(this.editor, "retagArticles", Map.of("ids", List.of(id("Article", 2), id("Article", 1)),
				"add", List.of(id("Tag", 2)), "remove", List.of(id("Tag", 1)))))
			.isEmpty();
		assertThat(this.content.one("""
				select string_agg(article_id || ' ' || tag_id, ', ' order by article_id) from article_tag"""))
			.isEqualTo("1 2, 2 2");
		assertThat(refused(this.editor, "withdrawArticles", Map.of("ids", List.of(id("Article", 2), id("Article", 1)))))
			.isEmpty();
		assertThat(this.content.one("select count(*) from article where visible")).isEqualTo("0");
	}

	@Test
	void aPreviewShowsWhatReadersDoNotSeeUntilItIsRevoked() {
		String id = draft(this.author, "Banjir");
		GraphQlTester.Response made = run(this.author, "createPreview", Map.of("articleId", id),
				"token url link { id }");
		String token = made.path("createPreview.token").entity(String.class).get();
		assertThat(made.path("createPreview.url").entity(String.class).get()).endsWith("/preview/" + token);
		assertThat(previewed(token)).isEqualTo("Banjir");
		done(this.author, "editArticle", Map.of("id", id, "revision", 1, "content", Map.of("title", "Baru")));
		assertThat(previewed(token)).isEqualTo("Baru");
		assertThat(previewed("0" + token.substring(1))).isEqualTo(token.startsWith("0") ? "Baru" : "none");
		this.content.run("update preview_link set expires_at = now()");
		assertThat(previewed(token)).isEqualTo("none");
		this.content.run("update preview_link set expires_at = now() + interval '1 hour'");
		done(this.author, "revokePreview", Map.of("id", made.path("createPreview.link.id").entity(String.class).get()));
		assertThat(previewed(token)).isEqualTo("none");
	}

	private String previewed(String token) {
		Map<?, ?> data = this.staff.as(Viewer.READER)
			.document("query ($token: String!) { preview(token: $token) { title body publishedAt firstPublishedAt } }")
			.variable("token", token)
			.execute()
			.path("")
			.entity(Map.class)
			.get();
		return (data.get("preview") instanceof Map<?, ?> article) ? String.valueOf(article.get("title")) : "none";
	}

	@Test
	void whatATextLeadsToIsRelated() {
		this.content.article("lama");
		this.content.article("tujuan");
		done(this.editor, "editArticle", Map.of("id", id("Article", 1), "revision", 1, "content",
				Map.of("body", "<p><a href=\"/tujuan\">Baca</a> <a href=\"https://lain.example/x\">x</a></p>")));
		this.staff.read("{ article(slug: \"lama\") { related { slug } } }")
			.path("article.related[*].slug")
			.entityList(String.class)
			.containsExactly("tujuan");
	}

	@Test
	void allIsInTheAuditLog() {
		String before = this.content.one("select coalesce(max(id), 0) from audit_log");
		String id = draft(this.author, "Banjir");
		done(this.author, "submitArticle", Map.of("id", id));
		done(this.editor, "publishArticle", Map.of("id", id));
		done(this.editor, "correctArticle", Map.of("id", id, "revision", 1, "note", "Salah"));
		done(this.editor, "withdrawArticle", Map.of("id", id, "reason", "Keliru"));
		assertThat(refused(this.editor, "withdrawArticle", Map.of("id", id))).isEqualTo("WRONG_STATUS");
		assertThat(this.content.one("""
				select string_agg(action || ' ' || (staff_id = %d), ', ' order by id) from audit_log
				where subject_type = 'Article' and subject_id = 1 and id > %s""".formatted(this.author.staffId(),
				before)))
			.isEqualTo("createArticle true, submitArticle true, publishArticle false, correctArticle false, "
					+ "withdrawArticle false");
	}

	@Test
	void authorsWriteAndEditorsPublish(@Autowired RoleMatrix roles) {
		String id = draft(this.author, "T");
		roles.onlyFor(EnumSet.of(Role.AUTHOR, Role.EDITOR, Role.ADMIN),
				Map.of("createArticle", Map.of("content", Map.of("title", "T"))));
		roles.onlyFor(EnumSet.of(Role.EDITOR, Role.ADMIN), Map.of("publishArticle", Map.of("id", id), "markBreaking",
				Map.of("id", id, "until", "2100-01-01T00:00:00Z")));
	}

	@Test
	void whoMayNotIsToldSoWhateverTheInput() {
		assertThat(this.mutations
			.send(Viewer.READER, "createArticle", Map.of("content", Map.of("title", "")), "__typename")
			.failures()).containsExactly("UNAUTHENTICATED");
		assertThat(this.mutations.send(this.author, "publishArticles", Map.of("ids", List.of("x")), "__typename")
			.failures()).containsExactly("FORBIDDEN");
	}

	@Test
	void whatIsWithdrawnUnderEmbargoWasNeverThere() {
		String id = draft(this.editor, "Banjir");
		done(this.editor, "setEmbargo", Map.of("id", id, "until", "2100-01-01T00:00:00Z"));
		done(this.editor, "publishArticle", Map.of("id", id));
		done(this.editor, "withdrawArticle", Map.of("id", id, "reason", "Rahasia"));
		assertThat(this.staff.route("/banjir")).doesNotContain("Gone", "Rahasia");
	}

	@Test
	void ofTwoArticlesThatTakeOneSlugOneIsRefused() {
		List<String> ids = List.of(draft(this.editor, "Satu"), draft(this.editor, "Dua"));
		List<String> answers = Flux.fromIterable(ids)
			.flatMap((id) -> Mono
				.fromCallable(() -> this.mutations.refused(this.editor, "editArticle",
						Map.of("id", id, "revision", 1, "content", Map.of("slug", "sama"))))
				.subscribeOn(Schedulers.boundedElastic()))
			.collectList()
			.block();
		assertThat(answers).containsExactlyInAnyOrder("", "SLUG_TAKEN content.slug");
	}

	@Test
	void translationsShowTheirTexts() {
		String first = draft(this.editor, "Banjir");
		String second = (String) done(this.editor, "createArticle",
				Map.of("content", Map.of("title", "Flood", "language", "en", "body", "<p>Water</p>")))
			.get("id");
		done(this.editor, "linkTranslation", Map.of("id", second, "translationOfId", first));
		this.staff.as(this.editor)
			.document("query ($id: ID!) { newsroomArticle(id: $id) { translations { body } } }")
			.variable("id", first)
			.execute()
			.path("newsroomArticle.translations[*].body")
			.entityList(String.class)
			.containsExactly("<p>Water</p>");
		assertThat(this.mutations.refused(this.editor, "editArticle",
				Map.of("id", second, "revision", 1, "content", Map.of("language", "id"))))
			.isEqualTo("LANGUAGE_TAKEN content.language");
	}

}
