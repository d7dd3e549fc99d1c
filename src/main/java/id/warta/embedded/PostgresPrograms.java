package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
	 * Some systems don't have the first one. All sort by code points; the last one knows
	 * upper and lower case only of ASCII.
	 */
	private static final List<List<String>> LOCALES = List.of(List.of("--locale=C.UTF-8"),
			List.of("--locale=C", "--lc-ctype=en_US.UTF-8"), List.of("--locale=C"));

	/**
	 * The server's program.
	 */
	Path server() {
		return program("postgres");
	}

	/**
	 * The first number of the version, such as 18.
	 * @throws EmbeddedServerException if the programs don't run on this machine
	 */
	String majorVersion() throws IOException {
		Command.Result result = this.account.command(List.of(server().toString(), "--version")).run();
		Matcher matcher = MAJOR_VERSION.matcher(result.output());
		if (matcher.find()) {
			return matcher.group(1);
		}
		throw failure("The embedded PostgreSQL doesn't run on this machine", result);
	}

	/**
	 * Makes a new cluster beside the place where it belongs, since initdb may be killed.
	 * Nobody can sign in to it yet.
	 * @return where the cluster is
	 */
	Path initialise(Path place) throws IOException {
		DurableFiles.removeUnfinished(place);
		Command.Result result = new Command.Result(0, "");
		for (List<String> locale : LOCALES) {
			Path fresh = DurableFiles.beside(place);
			this.account.own(fresh);
			result = initdb(fresh, locale);
			if (result.isSuccess()) {
				return fresh;
			}
			FileSystemUtils.deleteRecursively(fresh);
		}
		throw failure("PostgreSQL can't create %s".formatted(place), result);
	}

	/**
	 * Executes a statement as superuser.
	 * @throws EmbeddedServerException if it fails
	 */
	void execute(Path cluster, String statement) throws IOException {
		List<String> line = List.of(server().toString(), "--single", "-c", "exit_on_error=on", "-D", cluster.toString(),
				"postgres");
		Command.Result result = this.account.command(line).run(statement + "\n");
		if (!result.isSuccess()) {
			throw failure("PostgreSQL can't use %s".formatted(cluster), result);
		}
	}

	private Command.Result initdb(Path cluster, List<String> locale) throws IOException {
		List<String> line = List.of(program("initdb").toString(), "-D", cluster.toString(), "-U", "postgres", "-E",
				"UTF8", "--auth=reject", "--data-checksums", "--no-instructions");
		return this.account.command(Stream.concat(line.stream(), locale.stream()).toList()).run();
	}

	private Path program(String name) {
		return this.folder.resolve("bin").resolve(name);
	}

	private static EmbeddedServerException failure(String message, Command.Result result) {
		return new EmbeddedServerException("%s: %s".formatted(message, LogLines.reason(result.output())));
	}

}
