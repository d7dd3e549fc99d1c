package id.warta.viewcount;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.lettuce.core.ScriptOutputType;

/**
 * A Lua script for Redis, called by its digest.
 *
 * @param text the script
 * @param digest its SHA-1
 * @param result what it returns
 */
record Script(String text, String digest, ScriptOutputType result) {

	static Script of(String text, ScriptOutputType result) {
		return new Script(text, sha1(text), result);
	}

	private static String sha1(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
