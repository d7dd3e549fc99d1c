import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Another virtual machine, seen from outside.
 *
 * @param process its process
 */
record Jvm(ProcessHandle process) {

	private static final Pattern USED = Pattern
		.compile("(?:new generation|tenured generation|PSYoungGen|ParOldGen)\\s.*used (\\d+)K");

	private static final Pattern COLLECTIONS = Pattern.compile("sun\\.gc\\.collector\\.0\\.invocations=(\\d+)");

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	/**
	 * Its CPU time, in nanoseconds.
	 */
	long cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
	}

	/**
	 * Lets it collect its garbage, and give back what its compilers took, if it knows how to.
	 */
	void collect() throws IOException {
		command("GC.run");
		command("System.trim_native_heap");
	}

	/**
	 * How often it has collected its young generation.
	 */
	long youngCollections() throws IOException {
		return sum(COLLECTIONS, command("PerfCounter.print"));
	}

	/**
	 * What it uses of its heap, in KiB; zero if it has neither the serial nor the parallel collector.
	 */
	long heap() throws IOException {
		return sum(USED, command("GC.heap_info"));
	}

	/**
	 * What it has of the machine's memory, in KiB; zero where the system doesn't tell.
	 */
	long resident() throws IOException {
		Path status = Path.of("/proc", String.valueOf(this.process.pid()), "status");
		return Files.exists(status) ? sum(RESIDENT, Files.readString(status)) : 0;
	}

	private String command(String command) throws IOException {
		Process jcmd = new ProcessBuilder(Launch.tool("jcmd"), String.valueOf(this.process.pid()), command).start();
		return new String(jcmd.getInputStream().readAllBytes());
	}

	private static long sum(Pattern pattern, String text) {
		return pattern.matcher(text).results().mapToLong((found) -> Long.parseLong(found.group(1))).sum();
	}

}
