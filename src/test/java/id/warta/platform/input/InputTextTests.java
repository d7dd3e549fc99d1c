package id.warta.platform.input;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InputTextTests {

	@Test
	void linesHaveSingleSpaces() {
		assertThat(InputText.line(" Kabar \t\n daerah ", 100, "name")).isEqualTo("Kabar daerah");
		assertThat(InputText.optionalLine("a\nb", 100, "title")).isEqualTo("a b");
	}

	@Test
	void textsKeepTheirLines() {
		assertThat(InputText.optional(" satu\n dua ", 100, "caption")).isEqualTo("satu\n dua");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\n\t" })
	void whatIsBlankIsNothingOrRefused(String text) {
		assertThat(InputText.optional(text, 100, "caption")).isNull();
		assertThat(InputText.optionalLine(text, 100, "title")).isNull();
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> InputText.line(text, 100, "name"))
			.satisfies((ex) -> assertThat(ex.argument()).isEqualTo("name"));
	}

	@Test
	void whatIsTooLongIsRefused() {
		assertThat(InputText.line("x".repeat(10), 10, "name")).hasSize(10);
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> InputText.optional("x".repeat(11), 10, "name"))
			.withMessage("'name' is longer than 10 characters");
	}

	@Test
	void whatCannotBeStoredIsReplaced() {
		assertThat(InputText.line("a\uD800b", 100, "name")).isEqualTo("a\uFFFDb");
	}

}
