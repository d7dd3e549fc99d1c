package id.warta.importer;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;

import id.warta.importer.file.UnreadableFileException;
import id.warta.platform.Command;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Runs imports at the command line: a progress bar where somebody watches, the report on
 * the standard output, what went wrong in one line on the standard error.
 */
@Component
class ImportConsole {

	private static final int DONE = 0;

	private static final int FAILED = 1;

	/** {@code EX_USAGE} of BSD's {@code sysexits.h}. */
	private static final int MISUSED = 64;

	/**
	 * Runs an import.
	 * @param passes how often it reads the file
	 * @return the process's exit status: 0 if all went well, 1 if not
	 */
	int run(Path file, int passes, Function<LongConsumer, Mono<ImportReport>> work) {
		ProgressBar bar = watched() ? new ProgressBar(System.err, new File(file.toString()).length() * passes) : null;
		LongConsumer bytesRead = (bar != null) ? bar : (bytes) -> {
		};
		try {
			ImportReport report = Objects.requireNonNull(work.apply(bytesRead).block());
			clear(bar);
			report.warnings().forEach((warning) -> System.err.printf("%s: warning: %s%n", file, warning));
			report.lines().forEach(System.out::println);
			return report.failed().isEmpty() ? DONE : FAILED;
		}
		catch (UnreadableFileException ex) {
			clear(bar);
			System.err.println(ex.getMessage());
			return FAILED;
		}
		catch (RuntimeException ex) {
			clear(bar);
			System.err.printf("%s: nothing imported: %s%n", file, ImportTransactions.reason(ex));
			return FAILED;
		}
	}

	int misused(Command command) {
		System.err.println("usage: " + command.name() + " " + command.usage());
		return MISUSED;
	}

	private static void clear(@Nullable ProgressBar bar) {
		if (bar != null) {
			bar.clear();
		}
	}

	private static boolean watched() {
		return System.console() != null && System.getenv("TERM") != null;
	}

}
