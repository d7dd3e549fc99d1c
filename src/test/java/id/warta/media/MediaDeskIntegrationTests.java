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
