package id.warta;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import id.warta.author.Authors;
import id.warta.category.Categories;
import id.warta.category.Category;
import id.warta.eventlog.LiveEvents;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import id.warta.tag.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one node does to categories, tags and authors, another one holds in memory as
 * well.
 */
@IntegrationTest
@Import({ TestContent.class, TestStaff.class, TestMutations.class })
class TaxonomyNodesIntegrationTests {

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
	void anotherNodeHearsOfIt() {
		try (ConfigurableApplicationContext node = TestNodes.start()) {
			TestLog log = new TestLog(node.getBean(DatabaseClient.class), node.getBean(LiveEvents.class));
			Categories categories = node.getBean(Categories.class);
			Tags tags = node.getBean(Tags.class);
			Authors authors = node.getBean(Authors.class);
			String satu = create("Category", "Satu");
			String dua = create("Category", "Dua");
			create("Tag", "Satu");
			create("Author", "Satu");
			log.catchUp();
			assertThat(categories.bySlug("satu")).isNotNull();
			assertThat(tags.bySlug("satu")).isNotNull();
			assertThat(authors.bySlug("satu")).isNotNull();
			send("moveCategory", Map.of("id", dua, "parentId", satu));
			send("editTag", Map.of("id", TestMutations.id("Tag", 1), "slug", "dua"));
			send("editAuthor", Map.of("id", TestMutations.id("Author", 1), "name", "Dua", "slug", "dua"));
			log.catchUp();
			assertThat(categories.path(2)).extracting(Category::slug).containsExactly("satu", "dua");
			assertThat(tags.byFormerSlug("satu")).isEqualTo(tags.bySlug("dua")).isNotNull();
			assertThat(authors.byFormerSlug("satu")).isEqualTo(authors.bySlug("dua")).isNotNull();
			send("mergeCategories", Map.of("ids", List.of(dua), "intoId", satu));
			send("deleteTag", Map.of("id", TestMutations.id("Tag", 1)));
			log.catchUp();
			assertThat(categories.bySlug("dua")).isNull();
			assertThat(Objects.requireNonNull(categories.byFormerSlug("dua")).slug()).isEqualTo("satu");
			assertThat(tags.bySlug("dua")).isNull();
			assertThat(tags.byFormerSlug("satu")).isNull();
		}
	}

	private String create(String type, String name) {
		String field = type.toLowerCase(Locale.ROOT);
		return this.mutations.send(this.editor, "create" + type, Map.of("name", name), field + " { id }")
			.text(field + ".id");
	}

	private void send(String name, Map<String, ?> input) {
		assertThat(this.mutations.send(this.editor, name, input, "__typename").errors()).isEmpty();
	}

}
