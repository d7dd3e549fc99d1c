package id.warta.breaking;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FlashArgumentsTests {

	@Test
	void aSlugIsEnough() {
		assertThat(of("banjir")).isEqualTo(new FlashArguments("banjir", Duration.ofHours(2), false));
	}

	@Test
	void optionsStandWhereTheyLike() {
		assertThat(of("--for", "90m", "banjir")).isEqualTo(of("banjir", "--for=90m"))
			.isEqualTo(new FlashArguments("banjir", Duration.ofMinutes(90), false));
		assertThat(of("--end", "banjir").end()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--for", "banjir --for", "banjir --for soon", "banjir --for=0s", "banjir --for=-2h",
			"banjir --for=400d", "banjir --for=99999999999999999999d", "banjir gempa", "banjir --forever" })
	void anythingElseIsRefused(String line) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(line.isEmpty() ? new String[0] : line.split(" ")));
	}

	private static FlashArguments of(String... arguments) {
		return FlashArguments.of(List.of(arguments));
	}

}
