package id.warta.platform.term;

import java.util.List;
import java.util.stream.LongStream;

import id.warta.platform.InvalidInputException;
import id.warta.platform.NodeId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MergerTests {

	@Test
	void whatIsNamedTwiceGoesOnce() {
		assertThat(Merger.of(List.of(id(1), id(2), id(1)), id(3), "Tag")).isEqualTo(new Merger(List.of(1L, 2L), 3));
	}

	@Test
	void whatStaysDoesNotGo() {
		assertRefused(List.of(1L, 3L), "BAD_ARGUMENT");
	}

	@Test
	void oneToAHundredGo() {
		assertRefused(List.of(), "BAD_ARGUMENT");
		assertRefused(LongStream.rangeClosed(10, 110).boxed().toList(), "BAD_ARGUMENT");
		assertThat(new Merger(LongStream.rangeClosed(10, 109).boxed().toList(), 3).ids()).hasSize(100);
	}

	@Test
	void idsOfAnotherTypeAreRefused() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> Merger.of(List.of(id(1)), new NodeId("Category", 3).toString(), "Tag"))
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo("intoId"));
	}

	@Test
	void somethingElseReplacesWhatGoes() {
		assertThat(Merger.replacing(1, null, "Tag")).isNull();
		assertThat(Merger.replacing(1, id(2), "Tag")).isEqualTo(new Merger(List.of(1L), 2));
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Merger.replacing(1, id(1), "Tag"))
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo("replacementId"));
	}

	private static void assertRefused(List<Long> ids, String code) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Merger(ids, 3))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	private static String id(long key) {
		return new NodeId("Tag", key).toString();
	}

}
