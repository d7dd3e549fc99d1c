package id.warta.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random secrets, of which only hashes are kept: they are too long to be guessed, so a
 * plain hash will do.
 */
public final class Secrets {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	private Secrets() {
	}

	/**
	 * Random bytes.
	 */
	public static byte[] bytes() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	/**
	 * A random text of 43 characters that need no escaping anywhere.
	 */
	public static String text() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
	}

	/**
	 * SHA-256 of a text's UTF-8.
	 */
	public static byte[] hash(String text) {
		return hash(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * SHA-256.
	 */
	public static byte[] hash(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
