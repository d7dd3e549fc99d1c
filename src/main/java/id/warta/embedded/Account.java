package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who the servers run as. PostgreSQL refuses to run as root, so root gives its rights up:
 * by changing to an unprivileged user where that one reaches the data folder, else by
 * entering a user namespace, where the files are still root's own and root has no powers.
 *
 * @param prefix the words in front of every command
 * @param owner whose the servers' files must be, or {@code null} when this process's
 * files are
 */
record Account(List<String> prefix, @Nullable Owner owner) {

	/**
	 * A user and a group by number.
	 */
	record Owner(int user, int group) {

		static final Owner ROOT = new Owner(0, 0);

		static Owner of(Path path) throws IOException {
			return new Owner((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS),
					(int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
		}

	}

	private static final String REACHES = """
			id -un && test -x "$1" && test -w "$2"
			""";

	static final Account SELF = new Account(List.of(), null);

	/**
	 * Finds out who can run the program on the data.
	 * @param data where the servers' files are
	 * @param program a program that the account must be able to run
	 * @throws EmbeddedServerException if this process is root's and can't be less
	 */
	static Account forServers(DataFolder data, Path program) throws IOException {
		if (Platform.current().isWindows() || !"0".equals(output("id", "-u"))) {
			return SELF;
		}
		for (Account account : List.of(unprivileged(data), namespace())) {
			if (account.reaches(data, program)) {
				return account;
			}
		}
		throw new EmbeddedServerException(
				"PostgreSQL doesn't run as root, and neither another user nor a user namespace reaches %s: start Warta as another user, or set warta.data to a folder that all may enter"
					.formatted(data.path()));
	}

	/**
	 * The command, run as this account.
	 */
	Command command(List<String> line) {
		return new Command(Stream.concat(this.prefix.stream(), line.stream()).toList());
	}

	/**
	 * Makes a file, or a folder with all in it, this account's.
	 */
	void own(Path tree) throws IOException {
		if (this.owner == null) {
			return;
		}
		List<Path> paths = new ArrayList<>();
		try (Stream<Path> all = Files.walk(tree)) {
			all.forEach(paths::add);
		}
		for (Path path : paths) {
			own(path, this.owner);
		}
	}

	private static void own(Path path, Owner owner) throws IOException {
		if (!Owner.of(path).equals(owner)) {
			Files.setAttribute(path, "unix:uid", owner.user(), LinkOption.NOFOLLOW_LINKS);
			Files.setAttribute(path, "unix:gid", owner.group(), LinkOption.NOFOLLOW_LINKS);
		}
	}

	private static Account unprivileged(DataFolder data) throws IOException {
		Owner holder = Owner.of(data.path());
		Owner owner = (holder.user() != 0) ? holder : nobody();
		return new Account(List.of("setpriv", "--reuid", String.valueOf(owner.user()), "--regid",
				String.valueOf(owner.group()), "--clear-groups"), owner);
	}

	private static Account namespace() {
		return new Account(List.of("unshare", "-U"), Owner.ROOT);
	}

	private static Owner nobody() {
		return new Owner(Integer.parseInt(output("id", "-u", "nobody")),
				Integer.parseInt(output("id", "-g", "nobody")));
	}

	private boolean reaches(DataFolder data, Path program) throws IOException {
		Path folder = Files.createTempDirectory(data.path(), ".reach");
		try {
			own(folder);
			return command(List.of("sh", "-c", REACHES, "sh", program.toString(), folder.toString())).run().isSuccess();
		}
		finally {
			Files.delete(folder);
		}
	}

	private static String output(String... line) {
		return Command.of(line).run().output().strip();
	}

}
