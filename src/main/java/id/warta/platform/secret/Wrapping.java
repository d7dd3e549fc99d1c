package id.warta.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import id.warta.platform.SetupException;
import org.jspecify.annotations.Nullable;

/**
 * Wraps secrets by AES-256-GCM, so that whoever reads the database can't use them.
 */
public final class Wrapping {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int KEY_BYTES = 32;

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final @Nullable SecretKey key;

	private Wrapping(@Nullable SecretKey key) {
		this.key = key;
	}

	/**
	 * A wrapping by a key.
	 * @param key the key in base64; null or empty for none
	 * @throws SetupException if it isn't of 32 bytes
	 */
	public static Wrapping by(@Nullable String key) {
		return new Wrapping((key == null || key.isBlank()) ? null : read(key.strip()));
	}

	private static SecretKey read(String text) {
		byte[] bytes = decode(text);
		if (bytes.length != KEY_BYTES) {
			throw new SetupException(
					"warta.secrets.key must be 32 bytes in base64, as 'openssl rand -base64 32' gives");
		}
		return new SecretKeySpec(bytes, "AES");
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getDecoder().decode(text);
		}
		catch (IllegalArgumentException notBase64) {
			return new byte[0];
		}
	}

	/**
	 * Whether there is a key to wrap by.
	 */
	public boolean isOn() {
		return this.key != null;
	}

	/**
	 * Wraps a secret.
	 * @param name what it is bound to: under another name it can't be unwrapped
	 * @return the nonce, and the secret with its tag
	 */
	public byte[] wrap(byte[] secret, String name) {
		byte[] nonce = new byte[NONCE_BYTES];
		RANDOM.nextBytes(nonce);
		try {
			byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret);
			return ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has AES-GCM", ex);
		}
	}

	/**
	 * Unwraps a secret.
	 * @throws SetupException if it was wrapped by another key, or there is none
	 */
	public byte[] unwrap(byte[] wrapped, String name) {
		if (this.key == null) {
			throw new SetupException(
					"The secrets in PostgreSQL are wrapped: set warta.secrets.key (WARTA_SECRETS_KEY) to the key"
							+ " that they were wrapped by");
		}
		try {
			byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
			return cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new SetupException("The secrets in PostgreSQL were wrapped by another key than"
					+ " warta.secrets.key (WARTA_SECRETS_KEY) says", ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
		cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
