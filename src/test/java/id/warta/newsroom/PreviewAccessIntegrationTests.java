package id.warta.newsroom;

import java.util.Map;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import id.warta.TestMutations;
import id.warta.TestStaff;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A preview shows no more than whoever made it may see.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class, TestMutations.class })
class PreviewAccessIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestStaff staff;

	@Autowired
	private TestMutations mutations;

	private Viewer author;

	private Viewer editor;

	private String article;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.changed();
		this.author = this.staff.viewer(Role.AUTHOR);
		this.editor = this.staff.viewer(Role.EDITOR);
		this.article = this.mutations
			.send(this.author, "createArticle", Map.of("content", Map.of("title", "Banjir")), "article { id }")
			.text("article.id");
	}

	private String preview(Viewer maker) {
		return this.mutations.send(maker, "createPreview", Map.of("articleId", this.article), "token").text("token");
	}

	private boolean works(String token) {
		Map<?, ?> data = this.staff.as(Viewer.READER)
			.document("query ($token: String!) { preview(token: $token) { title } }")
			.variable("token", token)
			.execute()
			.path("")
			.entity(Map.class)
			.get();
		return data.get("preview") != null;
	}

	@Test
	void itEndsWithTheMakersAccess() {
		String authors = preview(this.author);
		String editors = preview(this.editor);
		this.content.run("update staff set disabled_at = now() where id = :id",
				Map.of("id", this.author.requireStaff()));
		assertThat(works(authors)).isFalse();
		assertThat(works(editors)).isTrue();
		this.content.run("update staff set disabled_at = null");
		assertThat(works(authors)).isTrue();
	}

	@Test
	void itEndsWithTheMakersAccount() {
		String editors = preview(this.editor);
		this.content.run("delete from staff where id = :id", Map.of("id", this.editor.requireStaff()));
		assertThat(works(editors)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "AUTHOR, true, false", "EDITOR, true, true", "ADMIN, true, true", "MODERATOR, false, false" })
	void itLastsAsLongAsTheMakersRightToTheArticle(Role role, boolean own, boolean others) {
		String authors = preview(this.author);
		String editors = preview(this.editor);
		this.content.run("update staff set roles = :roles", Map.of("roles", new String[] { role.name() }));
		assertThat(works(authors)).isEqualTo(own);
		assertThat(works(editors)).isEqualTo(others);
	}

	@Test
	void itEndsWhenTheArticleGetsAnotherOwner() {
		String authors = preview(this.author);
		this.content.run("update article set owner_id = :id", Map.of("id", this.editor.requireStaff()));
		assertThat(works(authors)).isFalse();
	}

}
