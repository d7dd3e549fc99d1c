package id.warta.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A shell that keeps one server running until the last process that holds its FIFO has
 * ended, even by {@code kill -9}. Each one has a folder of its own, so that an old one is
 * never taken for a new one. {@code keeper.sh} says how it works.
 *
 * @param folder the FIFO, the script, the port and the shell's answers
 */
record Keeper(Path folder) {

	/** How the names of the folders begin. */
	static final String FOLDER = "keeper-";

	/** What a living shell needs to answer, on a machine under heavy load. */
	private static final Duration ANSWER = Duration.ofSeconds(30);

	private static final File NOTHING = new File("/dev/null");

	/** Out of the terminal's reach: its keys are meant for the holders. */
	private static final String OWN_SESSION = """
			command -v setsid >/dev/null && exec setsid "$@"
			command -v perl >/dev/null && exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"
			exec "$@"
			""";

	/**
	 * Lays out a new one, which doesn't run yet.
	 * @param parent the folder of its folder
	 * @param port where its server is to listen
	 */
	static Keeper create(Path parent, Account account, int port) throws IOException {
		Keeper keeper = new Keeper(Files.createTempDirectory(parent, FOLDER));
		try (InputStream script = Keeper.class.getResourceAsStream("keeper.sh")) {
			Files.copy(Objects.requireNonNull(script), keeper.script());
		}
		Files.writeString(keeper.portFile(), String.valueOf(port));
		Command.Result fifo = Command.of("mkfifo", "-m", "600", keeper.fifo().toString()).run();
		if (!fifo.isSuccess()) {
			throw new IOException(fifo.output().strip());
		}
		account.own(keeper.folder);
		return keeper;
	}

	/**
	 * Runs the shell in a session of its own, and holds it from the start: it ends when
	 * it finds no holder.
	 * @return the FIFO, to be held, or {@code null} if the shell doesn't run
	 */
	@Nullable FileChannel start(Server server, Account account, Path log) throws IOException {
		List<String> line = new ArrayList<>(List.of("sh", "-c", OWN_SESSION, "sh", "sh", script().toString(),
				this.folder.toString(), String.join(" ", server.stopSignals())));
		line.addAll(server.command(port()));
		ProcessBuilder builder = account.command(line)
			.builder()
			.redirectInput(NOTHING)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return asked(() -> {
			Process shell = builder.start();
			Waiting.until(ANSWER, () -> Files.exists(pidFile().path()) || !shell.isAlive());
		});
	}

	/**
	 * Holds the running server too, unless the shell is already stopping it.
	 * @return the FIFO, to be held, or {@code null} if the shell has ended or doesn't
	 * answer
	 */
	@Nullable FileChannel join() throws IOException {
		return asked(() -> {
		});
	}

	private @Nullable FileChannel asked(Preparation preparation) throws IOException {
		FileChannel channel = FileChannel.open(fifo(), StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			preparation.run();
			if (answers(channel)) {
				return channel;
			}
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
		channel.close();
		return null;
	}

	private boolean answers(FileChannel channel) throws IOException {
		String token = UUID.randomUUID().toString();
		Path answer = this.folder.resolve("answer-" + token);
		channel.write(ByteBuffer.wrap((token + "\n").getBytes(StandardCharsets.US_ASCII)));
		Waiting.until(ANSWER, () -> Files.exists(answer) || !isAlive());
		return Files.deleteIfExists(answer);
	}

	/**
	 * Tells the shell that the server has answered, so that it starts another when this
	 * one dies.
	 */
	void markReady() throws IOException {
		Path ready = this.folder.resolve("ready");
		if (!Files.exists(ready)) {
			Files.createFile(ready);
		}
	}

	boolean isAlive() {
		return pidFile().process(this::runsScript).isPresent();
	}

	private boolean runsScript(ProcessHandle.Info process) {
		return process.commandLine().orElse("").contains(" " + script() + " ");
	}

	int port() throws IOException {
		return Integer.parseInt(Files.readString(portFile()).strip());
	}

	private interface Preparation {

		void run() throws IOException;

	}

	private PidFile pidFile() {
		return new PidFile(this.folder.resolve("pid"));
	}

	private Path fifo() {
		return this.folder.resolve("holders");
	}

	private Path portFile() {
		return this.folder.resolve("port");
	}

	private Path script() {
		return this.folder.resolve("keeper.sh");
	}

}
