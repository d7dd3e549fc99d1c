package id.warta.identity.key;

import id.warta.platform.secret.Wrapping;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.ECKey;
import id.warta.platform.SetupException;
import org.jspecify.annotations.Nullable;

/**
 * The keys that this node signs and verifies by.
 */
final class KeyRing {

	private final Map<String, ECKey> verifiers;

	private final ECKey signer;

	private KeyRing(Map<String, ECKey> verifiers, ECKey signer) {
		this.verifiers = verifiers;
		this.signer = signer;
	}

	/**
	 * Makes one.
	 * @param rows all keys, the newest first
	 * @throws SetupException if the newest one can't be unwrapped
	 */
	static KeyRing of(List<KeyRow> rows, Wrapping wrapping) {
		return new KeyRing(
				rows.stream().map(KeyRow::verifier).collect(Collectors.toMap(ECKey::getKeyID, Function.identity())),
				rows.get(0).signer(wrapping));
	}

	/**
	 * What verifies tokens of a kid.
	 */
	@Nullable ECKey verifier(@Nullable String kid) {
		return (kid != null) ? this.verifiers.get(kid) : null;
	}

	/**
	 * What signs.
	 */
	ECKey signer() {
		return this.signer;
	}

}
