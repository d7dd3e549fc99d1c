package id.warta.identity.key;

import java.time.Instant;
import java.util.Base64;

import id.warta.platform.SetupException;
import id.warta.platform.secret.Secrets;
import id.warta.platform.secret.Wrapping;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyRowTests {

	private final Wrapping wrapping = Wrapping.by(key());

	private static String key() {
		return Base64.getEncoder().encodeToString(Secrets.bytes());
	}

	@Test
	void aSigningKeySurvivesItsRow() {
		KeyRow made = KeyRow.create(Instant.EPOCH);
		KeyRow wrapped = made.wrapped(this.wrapping);
		assertThat(wrapped.wrapped()).isTrue();
		assertThat(wrapped.signer(this.wrapping)).isEqualTo(made.signer(Wrapping.by(null)));
		assertThat(made.wrapped(Wrapping.by(" "))).isSameAs(made);
		assertThatExceptionOfType(SetupException.class).isThrownBy(() -> wrapped.signer(Wrapping.by(key())));
	}

}
