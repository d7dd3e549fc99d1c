package id.warta.eventlog;

import java.util.UUID;

import id.warta.platform.Cursor;
import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventCursorTests {

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 255, 256, 65_535, 1_000_000_007L, Long.MAX_VALUE })
	void comesBackFromItsText(long position) {
		EventCursor cursor = new EventCursor(UUID.randomUUID(), position);
		assertThat(EventCursor.parse(cursor.toString(), "after")).isEqualTo(cursor);
		assertThat(cursor.toString()).hasSizeLessThan(35).matches("[A-Za-z0-9_-]+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "not a cursor", "AQ", "\u0000", "ÿ", "AAAAAAAAAAAAAAAAAAAAAAAB",
			"AQAAAAAAAAAAAAAAAAAAAAAAAAE" })
	void otherTextIsRefused(String text) {
		assertBad(text);
	}

	@Test
	void cursorsOfListsAndIdsAreRefused() {
		assertBad(Cursor.of("articles.newest", 1234567890123L, 42).toString());
		assertBad(new NodeId("Article", 123456789012L).toString());
	}

	@Test
	void hugeTextIsRefused() {
		assertBad("A".repeat(1_000_000));
	}

	@Test
	void negativePositionsAreRefused() {
		assertBad(new EventCursor(UUID.randomUUID(), -1).toString());
	}

	private static void assertBad(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> EventCursor.parse(text, "after"))
			.satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo("BAD_CURSOR");
				assertThat(ex.argument()).isEqualTo("after");
			});
	}

}
