package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who the servers run as. PostgreSQL refuses to run as root, so root gives its rights up:
 * by changing to an unprivileged user where that one reaches the data folder, else by
 * entering a user namespace, where the files are still root's own and root has no powers.
 *
 * @param prefix the words in front of every command
 * @param owner whose the servers' files must be, or {@code null} if they are this
 * process's anyway
 */
record Account(List<String> prefix, @Nullable FileOwner owner) {

	private static final Account SELF = new Account(List.of(), null);

	private static final Account NAMESPACE = new Account(List.of("unshare", "-U"), FileOwner.ROOT);

	/** PostgreSQL wants a name for its user, too. */
	private static final String REACHES = """
			id -un && test -x "$1" && test -w "$2"
			""";

	/**
	 * Finds out who can run the program on the data.
	 * @param run a folder that the servers write into
	 * @throws EmbeddedServerException if this process is root's and can't be less
	 */
	static Account forServers(DataFolder data, Path run, Path program) throws IOException {
		if (Platform.current().isWindows() || id("-u") != 0) {
			return SELF;
		}
		for (Account account : List.of(unprivileged(data), NAMESPACE)) {
			if (account.reaches(run, program)) {
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
		if (this.owner != null) {
			this.owner.own(tree);
		}
	}

	/**
	 * Leaves nothing of root's in the folder of another user, who may start Warta next.
	 */
	void ownAll(DataFolder data) throws IOException {
		if (this.owner != null && this.owner.equals(FileOwner.of(data.path()))) {
			this.owner.own(data.path());
		}
	}

	/**
	 * The user whose data folder it is, or else the one without any rights.
	 */
	private static Account unprivileged(DataFolder data) throws IOException {
		FileOwner holder = FileOwner.of(data.path());
		FileOwner owner = holder.isRoot() ? new FileOwner(id("-u", "nobody"), id("-g", "nobody")) : holder;
		return new Account(List.of("setpriv", "--reuid", String.valueOf(owner.user()), "--regid",
				String.valueOf(owner.group()), "--clear-groups"), owner);
	}

	private boolean reaches(Path run, Path program) throws IOException {
		Path folder = Files.createTempDirectory(run, "reach-");
		try {
			own(folder);
			return command(List.of("sh", "-c", REACHES, "sh", program.toString(), folder.toString())).run().isSuccess();
		}
		catch (IOException ex) {
			return false;
		}
		finally {
			Files.delete(folder);
		}
	}

	private static int id(String... arguments) throws IOException {
		List<String> line = Stream.concat(Stream.of("id"), Stream.of(arguments)).toList();
		Command.Result result = new Command(line).run();
		return result.isSuccess() ? Integer.parseInt(result.output().strip()) : FileOwner.NOBODY;
	}

}
