package id.warta.comment.submission;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommenterTests {

	@ParameterizedTest
	@ValueSource(strings = { "budi@warta.example", "Budi.Santoso+berita@Warta.Example", "a@b", "josé@contoh.id" })
	void addressesAsPeopleHaveThem(String address) {
		assertThat(EmailAddress.of(" " + address, "email")).isEqualTo(address.toLowerCase());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "budi", "@warta.example", "budi@", "a b@c.example", "a@b@c.example", "a@-b.example",
			"a..b@c.example", "<a@b.example>", "a@b.example,c@d.example", "a@b.example\u0000x y" })
	void whatIsNoneIsRefused(String address) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> EmailAddress.of(address, "email"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"));
	}

	@Test
	void aNameLeavesTheTextAroundItAlone() {
		assertThat(CommenterName.of("\u202EBudi\u2066", "name")).isEqualTo("Budi");
		assertThat(CommenterName.of("李明", "name")).isEqualTo("李明");
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> CommenterName.of("\u202E***", "name"));
	}

}
