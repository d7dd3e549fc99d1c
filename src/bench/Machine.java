import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/**
 * What there is to know of the machine.
 */
final class Machine {

	private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

	private static final Path STAT = Path.of("/proc/stat");

	/** The fields of {@code /proc/stat} that are no work: idle and iowait. */
	private static final Set<Integer> IDLE = Set.of(4, 5);

	private Machine() {
	}

	/**
	 * All cores, those included that this process keeps off.
	 */
	static int cores() {
		long listed = lines(CPU_INFO).filter((line) -> line.startsWith("processor")).count();
		return (listed > 0) ? (int) listed : Runtime.getRuntime().availableProcessors();
	}

	/**
	 * Whether servers and load get in each other's way, in a sentence.
	 */
	static String pinned() {
		return (Runtime.getRuntime().availableProcessors() < cores())
				? "The load keeps to the last core, the servers to the others." : "Load and servers share the cores.";
	}

	static String description() {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		String model = lines(CPU_INFO).filter((line) -> line.startsWith("model name"))
			.findFirst()
			.map((line) -> line.substring(line.indexOf(':') + 1).strip())
			.orElse(System.getProperty("os.arch"));
		return "%d cores (%s), %d GiB, %s %s, JDK %s (%s)".formatted(cores(), model,
				Math.round(system.getTotalMemorySize() / (double) (1 << 30)), System.getProperty("os.name"),
				System.getProperty("os.version"), System.getProperty("java.version"),
				System.getProperty("java.vm.vendor"));
	}

	/**
	 * This process's CPU time.
	 */
	static Duration own() {
		return Duration.ofNanos(
				((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
	}

	/**
	 * The CPU time that all processes took since the machine started, or zero where the system doesn't tell.
	 */
	static Duration busy() {
		return lines(STAT).filter((line) -> line.startsWith("cpu ")).findFirst().map(Machine::busy).orElse(Duration.ZERO);
	}

	/** In the first line, user to steal (8), in hundredths of a second. */
	private static Duration busy(String line) {
		String[] fields = line.split("\\s+");
		long ticks = 0;
		for (int i = 1; i <= 8; i++) {
			ticks += IDLE.contains(i) ? 0 : Long.parseLong(fields[i]);
		}
		return Duration.ofMillis(10 * ticks);
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.empty();
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

}
