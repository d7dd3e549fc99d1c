package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.FileSystemUtils;

/**
 * The unpacked programs of PostgreSQL that prepare a cluster while no server runs on it.
 *
 * @param folder with {@code bin} in it
 * @param account who runs them
 */
record PostgresPrograms(Path folder, Account account) {

	private static final Pattern MAJOR_VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

	/**
	 * The same order everywhere, that of code points; the last one knows case only in
	 * ASCII.
	 */
	private static final List<List<String>> LOCALES = List.of(List.of("--locale=C.UTF-8"),
			List.of("--locale=C", "--lc-ctype=en_US.UTF-8"), List.of("--locale=C"));

	/**
	 * The first number of the version, such as 18.
	 */
	String majorVersion() {
		Command.Result result = new Command(List.of(program("postgres"), "--version")).run();
		Matcher matcher = MAJOR_VERSION.matcher(result.output());
		if (matcher.find()) {
			return matcher.group(1);
		}
		throw failure("PostgreSQL doesn't run on this machine", result);
	}

	/**
	 * Makes a new cluster in place of whatever is in the folder. Nobody can sign in to it
	 * yet.
	 */
	void initialise(Path cluster) throws IOException {
		Command.Result result = new Command.Result(0, "");
		for (List<String> locale : LOCALES) {
			FileSystemUtils.deleteRecursively(cluster);
			PrivateFiles.createFolder(cluster);
			this.account.own(cluster);
			result = initdb(cluster, locale);
			if (result.isSuccess()) {
				return;
			}
			if (!result.output().contains("locale name")) {
				break;
			}
		}
		throw failure("PostgreSQL can't create %s".formatted(cluster), result);
	}

	/**
	 * Executes a statement as superuser.
	 * @throws EmbeddedServerException if it fails
	 */
	void execute(Path cluster, String statement) {
		List<String> line = List.of(program("postgres"), "--single", "-c", "exit_on_error=on", "-D", cluster.toString(),
				"postgres");
		Command.Result result = this.account.command(line).run(statement + "\n");
		if (!result.isSuccess()) {
			throw failure("PostgreSQL can't use %s".formatted(cluster), result);
		}
	}

	private Command.Result initdb(Path cluster, List<String> locale) {
		List<String> line = new ArrayList<>(List.of(program("initdb"), "-D", cluster.toString(), "-U", "postgres", "-E",
				"UTF8", "--auth=reject", "--data-checksums", "--no-instructions"));
		line.addAll(locale);
		return this.account.command(line).run();
	}

	private String program(String name) {
		return this.folder.resolve("bin").resolve(name).toString();
	}

	/**
	 * The last line that names an error, of all that a program has written.
	 */
	private static EmbeddedServerException failure(String message, Command.Result result) {
		return new EmbeddedServerException("%s: %s".formatted(message, LogLines.reason(result.output())));
	}

}
