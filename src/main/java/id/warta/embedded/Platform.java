package id.warta.embedded;

import java.util.Locale;

/**
 * The operating system and the processor, as far as binaries are served for them.
 */
record Platform(System system, Processor processor) {

	enum System {

		LINUX, DARWIN, WINDOWS

	}

	enum Processor {

		X86_64, ARM_64

	}

	/**
	 * Where this process runs.
	 */
	static Platform current() {
		return of(java.lang.System.getProperty("os.name"), java.lang.System.getProperty("os.arch"));
	}

	/**
	 * Reads Java's names.
	 * @param name the value of {@code os.name}
	 * @param architecture the value of {@code os.arch}
	 * @throws EmbeddedServerException if no binaries are served for the two
	 */
	static Platform of(String name, String architecture) {
		return new Platform(system(name, architecture), processor(name, architecture));
	}

	boolean isWindows() {
		return this.system == System.WINDOWS;
	}

	@Override
	public String toString() {
		return (this.system + "-" + this.processor).toLowerCase(Locale.ROOT);
	}

	private static System system(String name, String architecture) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.startsWith("linux")) {
			return System.LINUX;
		}
		if (lower.startsWith("mac") || lower.startsWith("darwin")) {
			return System.DARWIN;
		}
		if (lower.startsWith("windows")) {
			return System.WINDOWS;
		}
		throw unsupported(name, architecture);
	}

	private static Processor processor(String name, String architecture) {
		return switch (architecture.toLowerCase(Locale.ROOT)) {
			case "amd64", "x86_64", "x64" -> Processor.X86_64;
			case "aarch64", "arm64" -> Processor.ARM_64;
			default -> throw unsupported(name, architecture);
		};
	}

	private static EmbeddedServerException unsupported(String name, String architecture) {
		return new EmbeddedServerException(
				"There are no embedded servers for %s on %s: set spring.r2dbc.url and spring.data.redis.url to servers of your own"
					.formatted(name, architecture));
	}

}
