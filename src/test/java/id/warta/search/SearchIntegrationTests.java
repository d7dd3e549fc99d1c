package id.warta.search;

import java.util.List;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestSearch.class })
class SearchIntegrationTests {

	@Autowired
	private TestContent content;

	@Autowired
	private TestSearch search;

	@BeforeEach
	void clear() {
		this.content.clear();
	}

	@Test
	void whatWasPublishedIsFound() {
		this.search.publish("banjir", "id", "Banjir di Jakarta", "Air mulai surut pagi ini.");
		this.search.publish("sawah", "id", "Panen Padi", "Sawah kebanjiran, panen tertunda.");
		this.content.changed();
		assertThat(this.search.slugs("banjir")).containsExactly("banjir", "sawah");
		this.search.search("banjir")
			.path("search.edges[0].titleHighlight")
			.entity(String.class)
			.isEqualTo("<mark>Banjir</mark> di Jakarta")
			.path("search.totalCount")
			.entity(Integer.class)
			.isEqualTo(2)
			.path("search.totalCountIsExact")
			.entity(Boolean.class)
			.isEqualTo(true)
			.path("search.facets.months[*].count")
			.entityList(Integer.class)
			.isEqualTo(List.of(2));
	}

}
