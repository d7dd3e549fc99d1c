package id.warta.media;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestStaff.class, RoleMatrix.class })
class MediaDeskIntegrationTests {

	private static final String ALL = "media { kind url mimeType title alt caption credit width height }";

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private Viewer author;

	@BeforeEach
	void clear() {
		this.content.clear();
		this.content.changed();
		this.author = this.staff.viewer(Role.AUTHOR);
	}

	@Test
	void aPictureIsRegisteredWithAllThereIsToKnow() {
		Answer answer = send("registerMedia",
				Map.of("url", "https://contoh.id/a%20b.jpg?w=1", "mimeType", "image/jpeg", "title", " Banjir  di hulu ",
						"alt", "Rumah di air", "caption", "Satu\ndua", "credit", "Sri", "width", 1200, "height", 800),
				ALL);
		assertThat(answer.text("media")).isEqualTo("{kind=IMAGE, url=https://contoh.id/a%20b.jpg?w=1, "
				+ "mimeType=image/jpeg, title=Banjir di hulu, alt=Rumah di air, caption=Satu\ndua, credit=Sri, "
				+ "width=1200, height=800}");
		assertThat(this.content.one("""
				select concat_ws(' ', e.kind, e.subject_type, e.subject_id, a.action)
				from (select * from event_log order by position desc limit 1) e,
				    (select * from audit_log order by id desc limit 1) a"""))
			.isEqualTo("MEDIA_CHANGED Media 1 registerMedia");
	}

	@Test
	void onlyPicturesMustSayWhatTheyShow() {
		assertThat(refused("registerMedia", Map.of("url", "/a.jpg"))).isEqualTo("BAD_ARGUMENT alt");
		assertThat(refused("registerMedia", Map.of("url", "/a.jpg", "alt", " "))).isEqualTo("BAD_ARGUMENT alt");
		String film = register(Map.of("url", "/film.mp4", "kind", "VIDEO"));
		String picture = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		assertThat(refused("editMedia", Map.of("id", film, "kind", "IMAGE"))).isEqualTo("BAD_ARGUMENT alt");
		assertThat(refused("editMedia", Map.of("id", picture, "alt", ""))).isEqualTo("BAD_ARGUMENT alt");
		assertThat(send("editMedia", Map.of("id", film, "kind", "IMAGE", "alt", "Poster"), ALL).text("media.kind"))
			.isEqualTo("IMAGE");
		assertThat(send("editMedia", Map.of("id", picture, "kind", "FILE", "alt", ""), ALL).text("media.alt"))
			.isEmpty();
	}

	@Test
	void whatIsOmittedStaysAndWhatIsNullGoes() {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung", "caption", "Isi", "credit", "Sri", "width", 10,
				"title", "Judul", "mimeType", "image/png", "height", 20));
		assertThat(send("editMedia", Map.of("id", id, "url", "/b.jpg"), ALL).text("media"))
			.isEqualTo("{kind=IMAGE, url=/b.jpg, mimeType=image/png, title=Judul, alt=Gunung, caption=Isi, credit=Sri, "
					+ "width=10, height=20}");
		Map<String, Object> input = new HashMap<>(Map.of("id", id));
		for (String field : List.of("mimeType", "title", "caption", "credit", "width", "height")) {
			input.put(field, null);
		}
		assertThat(send("editMedia", input, ALL).text("media")).isEqualTo("{kind=IMAGE, url=/b.jpg, mimeType=null, "
				+ "title=null, alt=Gunung, caption=null, credit=null, width=null, height=null}");
	}

	@Test
	void whatArticlesAndAuthorsShowIsNotDeleted() {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		this.content.article("satu");
		this.content.run("update article set lead_media_id = 1");
		assertThat(refused("deleteMedia", Map.of("id", id))).isEqualTo("IN_USE id");
		this.content.run("update article set lead_media_id = null");
		this.content.run("insert into article_media values (1, 0, 1)");
		assertThat(refused("deleteMedia", Map.of("id", id))).isEqualTo("IN_USE id");
		this.content.run("delete from article_media");
		this.content.run("insert into author (slug, name, picture_id) values ('sri', 'Sri', 1)");
		assertThat(refused("deleteMedia", Map.of("id", id))).isEqualTo("IN_USE id");
		this.content.run("delete from author");
		assertThat(send("deleteMedia", Map.of("id", id), "deletedId").text("deletedId")).isEqualTo(id);
		assertThat(refused("deleteMedia", Map.of("id", id))).isEqualTo("NOT_FOUND id");
		this.staff.as(Viewer.READER)
			.document("query ($id: ID!) { node(id: $id) { id } }")
			.variable("id", id)
			.execute()
			.path("node")
			.valueIsNull();
	}

	@Test
	void anAuthorChangesOnlyMediaOfTheirOwn() {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		Viewer other = this.staff.viewer(Role.AUTHOR);
		Map<String, Object> edit = Map.of("id", id, "url", "/b.jpg");
		assertThat(this.mutations.refused(other, "editMedia", edit)).isEqualTo("NOT_FOUND id");
		assertThat(this.mutations.refused(other, "deleteMedia", Map.of("id", id))).isEqualTo("NOT_FOUND id");
		this.content.run("update media set staff_id = null");
		assertThat(refused("editMedia", edit)).isEqualTo("NOT_FOUND id");
		assertThat(this.content.one("select url from media")).isEqualTo("/a.jpg");
		Viewer editor = this.staff.viewer(Role.EDITOR);
		assertThat(this.mutations.refused(editor, "editMedia", edit)).isEmpty();
		assertThat(this.mutations.refused(editor, "deleteMedia", Map.of("id", id))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "PUBLISHED, true, true", "SCHEDULED, true, true", "SUBMITTED, true, true", "WITHDRAWN, true, true",
			"DRAFT, true, false", "DRAFT, false, true" })
	void anAuthorChangesNoMediumThatStandsElsewhereThanInTheirDrafts(String status, boolean own, boolean used) {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		this.content.article("satu");
		this.content.run("update article set status = :status, owner_id = case when :own then :staff::bigint end",
				Map.of("status", status, "own", own, "staff", this.author.requireStaff()));
		String expected = used ? "IN_USE id" : "";
		this.content.run("update article set lead_media_id = 1");
		assertThat(refused("editMedia", Map.of("id", id, "url", "/b.jpg"))).isEqualTo(expected);
		this.content.run("update article set lead_media_id = null");
		this.content.run("insert into article_media values (1, 0, 1)");
		assertThat(refused("editMedia", Map.of("id", id, "url", "/b.jpg"))).isEqualTo(expected);
		assertThat(
				this.mutations.refused(this.staff.viewer(Role.EDITOR), "editMedia", Map.of("id", id, "url", "/c.jpg")))
			.isEmpty();
	}

	@Test
	void anAuthorChangesNoPortrait() {
		String id = register(Map.of("url", "/a.jpg", "alt", "Sri"));
		this.content.run("insert into author (slug, name, picture_id) values ('sri', 'Sri', 1)");
		assertThat(refused("editMedia", Map.of("id", id, "url", "/b.jpg"))).isEqualTo("IN_USE id");
	}

	@Test
	void theAuditLogSaysWhatChanged() {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		send("editMedia", Map.of("id", id, "url", "/b.jpg", "alt", "Gunung", "width", 9), ALL);
		assertThat(this.content.one("select details::text from audit_log order by id desc limit 1")).isEqualTo(
				"{\"url\": {\"after\": \"/b.jpg\", \"before\": \"/a.jpg\"}, \"width\": {\"after\": 9, \"before\": null}}");
		send("deleteMedia", Map.of("id", id), "deletedId");
		assertThat(this.content.one("select details::text from audit_log order by id desc limit 1"))
			.isEqualTo("{\"url\": \"/b.jpg\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a.jpg", "//contoh.id/a.jpg", "javascript:alert(1)", "data:image/png;base64,AA==",
			"ftp://contoh.id/a.jpg", "https:///a.jpg", "http://", "/a b.jpg", "https://user@contoh.id/a.jpg", "/a\\b",
			"file:///etc/passwd" })
	void whatIsNoAddressOfTheWebOrThisSiteIsRefused(String url) {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		assertThat(refused("registerMedia", Map.of("url", url, "alt", "A"))).isEqualTo("BAD_ARGUMENT url");
		assertThat(refused("editMedia", Map.of("id", id, "url", url))).isEqualTo("BAD_ARGUMENT url");
	}

	@Test
	void badInputIsRefused() {
		String id = register(Map.of("url", "/a.jpg", "alt", "Gunung"));
		Map<String, Object> bad = Map.of("mimeType", "jpeg", "title", "x".repeat(301), "alt", "x".repeat(2001),
				"caption", "x".repeat(2001), "credit", "x".repeat(301), "width", 0, "height", 100_001);
		bad.forEach((field, value) -> {
			Map<String, Object> input = new HashMap<>(Map.of("url", "/b.jpg", "alt", "A"));
			input.put(field, value);
			assertThat(refused("registerMedia", input)).isEqualTo("BAD_ARGUMENT " + field);
			assertThat(refused("editMedia", Map.of("id", id, field, value))).isEqualTo("BAD_ARGUMENT " + field);
		});
		assertThat(refused("registerMedia", Map.of("url", "/" + "x".repeat(2000), "alt", "A")))
			.isEqualTo("BAD_ARGUMENT url");
		assertThat(refused("editMedia", Map.of("id", id))).isEqualTo("BAD_ARGUMENT");
		assertThat(refused("editMedia", Map.of("id", TestMutations.id("Tag", 1), "alt", "A"))).isEqualTo("BAD_ID id");
		assertThat(refused("editMedia", Map.of("id", TestMutations.id("Media", 4711), "alt", "A")))
			.isEqualTo("NOT_FOUND id");
		assertThat(refused("deleteMedia", Map.of("id", "x"))).isEqualTo("BAD_ID id");
	}

	@Test
	void whoeverWritesArticlesLooksAfterMedia(@Autowired RoleMatrix roles) {
		String gone = TestMutations.id("Media", 4711);
		Map<String, Map<String, ?>> inputs = Map.of("registerMedia", Map.of("url", "/a.jpg", "alt", "A"), "editMedia",
				Map.of("id", gone, "alt", "A"), "deleteMedia", Map.of("id", gone));
		roles.onlyFor(EnumSet.of(Role.AUTHOR, Role.EDITOR, Role.ADMIN), inputs);
	}

	private String register(Map<String, ?> input) {
		return send("registerMedia", input, "media { id }").text("media.id");
	}

	private Answer send(String name, Map<String, ?> input, String selection) {
		return this.mutations.send(this.author, name, input, selection);
	}

	private String refused(String name, Map<String, ?> input) {
		return this.mutations.refused(this.author, name, input);
	}

}
