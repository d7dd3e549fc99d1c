package id.warta.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Passwords that are made once and kept in a file that nobody else may read.
 */
final class Secret {

	private static final int BYTES = 24;

	private Secret() {
	}

	/**
	 * The password in the file, which is written first when it is missing or empty.
	 */
	static String in(Path file) throws IOException {
		String kept = Files.exists(file) ? Files.readString(file).strip() : "";
		return kept.isEmpty() ? create(file) : kept;
	}

	private static String create(Path file) throws IOException {
		byte[] random = new byte[BYTES];
		new SecureRandom().nextBytes(random);
		String password = HexFormat.of().formatHex(random);
		PrivateFiles.write(file, (password + "\n").getBytes(StandardCharsets.UTF_8));
		return password;
	}

}
