package id.warta.liveblog;

import java.util.List;

import id.warta.liveblog.LiveArguments.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LiveArgumentsTests {

	@Test
	void theSlugAndTheTextStandInThisOrder() {
		assertThat(read("gunung", "Hujan turun"))
			.isEqualTo(new LiveArguments(Action.ADD, "gunung", "Hujan turun", null, false));
		assertThat(read("gunung", "- 5 derajat")).extracting(LiveArguments::text).isEqualTo("- 5 derajat");
	}

	@Test
	void optionsStandWhereverTheyLike() {
		LiveArguments expected = new LiveArguments(Action.ADD, "gunung", "Hujan", "Cuaca", true);
		assertThat(read("gunung", "Hujan", "--title", "Cuaca", "--key")).isEqualTo(expected);
		assertThat(read("--key", "--title=Cuaca", "gunung", "Hujan")).isEqualTo(expected);
	}

	@Test
	void aBlogIsStartedAndEndedWithoutAText() {
		assertThat(read("gunung", "--start").action()).isEqualTo(Action.START);
		assertThat(read("--end", "gunung").action()).isEqualTo(Action.END);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "gunung", "gunung a --start", "gunung a b", "gunung a --title", "gunung a --pin" })
	void whatMakesNoSenseIsRefused(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> read(line.isEmpty() ? new String[0] : line.split(" ")));
	}

	private static LiveArguments read(String... arguments) {
		return LiveArguments.of(List.of(arguments));
	}

}
