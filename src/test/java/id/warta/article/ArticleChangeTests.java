package id.warta.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import id.warta.eventlog.Event;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleChangeTests {

	@Test
	void anEventSaysAllThatStreamsNeed() {
		assertThat(ArticleChange.of(event(Map.of("revision", 3, "breaking", true, "reason", "Salah nama", "categories",
				List.of(1, 5_000_000_000L), "tags", List.of(2), "authors", List.of()))))
			.isEqualTo(
					new ArticleChange(7, 3, true, "Salah nama", List.of(1L, 5_000_000_000L), List.of(2L), List.of()));
	}

	@Test
	void whatAnOlderEventDoesNotSayIsEmpty() {
		assertThat(ArticleChange.of(event(Map.of("revision", 3))))
			.isEqualTo(new ArticleChange(7, 3, false, null, List.of(), List.of(), List.of()));
		assertThat(ArticleChange.of(event(Map.of())).revision()).isNull();
	}

	private static Event event(Map<String, Object> payload) {
		return new Event(1, ArticleEvents.UPDATED, ArticleEvents.SUBJECT, 7L, payload, Instant.EPOCH);
	}

}
