package id.warta.feed;

import java.util.Collections;
import java.util.List;

import id.warta.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlugFilterTests {

	@Test
	void oneSlugOrSomeAreWanted() {
		assertThat(new SlugFilter("bali", null).slugs()).containsExactly("bali");
		assertThat(new SlugFilter(null, List.of("bali", "jawa", "bali")).slugs()).containsOnly("bali", "jawa");
		assertThat(new CategoryFilter(null, List.of(), true).slugs()).isEmpty();
	}

	@Test
	void whatIsNeitherOneNorSomeIsRefused() {
		refused(() -> new SlugFilter(null, null));
		refused(() -> new SlugFilter("bali", List.of("jawa")));
		refused(() -> new CategoryFilter(null, null, true));
	}

	@Test
	void aHundredSlugsAreEnough() {
		assertThat(new SlugFilter(null, Collections.nCopies(100, "bali")).slugs()).hasSize(1);
		refused(() -> new SlugFilter(null, Collections.nCopies(101, "bali")));
	}

	private static void refused(Runnable filter) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(filter::run)
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("BAD_ARGUMENT"));
	}

}
