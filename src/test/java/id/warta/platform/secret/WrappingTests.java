package id.warta.platform.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import id.warta.platform.SetupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WrappingTests {

	private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

	private final Wrapping wrapping = Wrapping.by(key());

	private static String key() {
		return Base64.getEncoder().encodeToString(Secrets.bytes());
	}

	@Test
	void whatIsWrappedIsUnwrappedByTheSameKeyAndNameAlone() {
		byte[] wrapped = this.wrapping.wrap(SECRET, "name");
		assertThat(this.wrapping.unwrap(wrapped, "name")).isEqualTo(SECRET);
		assertThat(this.wrapping.wrap(SECRET, "name")).isNotEqualTo(wrapped);
		assertThatExceptionOfType(SetupException.class).isThrownBy(() -> this.wrapping.unwrap(wrapped, "other"));
		assertThatExceptionOfType(SetupException.class).isThrownBy(() -> Wrapping.by(key()).unwrap(wrapped, "name"))
			.withMessageContaining("another key");
		assertThatExceptionOfType(SetupException.class).isThrownBy(() -> Wrapping.by(null).unwrap(wrapped, "name"))
			.withMessageContaining("WARTA_SECRETS_KEY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense!", "c2hvcnQ=" })
	void aKeyIsOf32Bytes(String key) {
		assertThatExceptionOfType(SetupException.class).isThrownBy(() -> Wrapping.by(key))
			.withMessageContaining("32 bytes");
	}

}
