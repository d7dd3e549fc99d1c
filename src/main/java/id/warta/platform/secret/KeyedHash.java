package id.warta.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes that nobody can make, or guess the text of, without a secret: HMAC-SHA256 (RFC
 * 2104).
 */
public final class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	KeyedHash(byte[] secret) {
		this.key = new SecretKeySpec(secret, ALGORITHM);
	}

	/**
	 * The hash of a text, 32 bytes.
	 * @param purpose what it is for: the same text has another hash for something else
	 */
	public byte[] of(String purpose, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(purpose.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has HMAC-SHA256", ex);
		}
	}

	/**
	 * The same in 64 hexadecimal digits.
	 */
	public String hex(String purpose, String text) {
		return HexFormat.of().formatHex(of(purpose, text));
	}

	/**
	 * The same in 43 characters that need no escaping anywhere.
	 */
	public String base64(String purpose, String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(of(purpose, text));
	}

}
