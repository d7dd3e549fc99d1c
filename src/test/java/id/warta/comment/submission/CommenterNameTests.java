package id.warta.comment.submission;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommenterNameTests {

	@Test
	void aNameLeavesTheTextAroundItAlone() {
		assertThat(CommenterName.of("\u202EBudi\u2066", "name")).isEqualTo("Budi");
		assertThat(CommenterName.of("李明", "name")).isEqualTo("李明");
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> CommenterName.of("\u202E***", "name"));
	}

}
