package id.warta.platform;

import java.util.Comparator;
import java.util.List;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs a {@link Command} of the jar, without a web server.
 */
public final class CommandLine {

	/** {@code EX_USAGE} of BSD's {@code sysexits.h}. */
	private static final int USAGE = 64;

	private CommandLine() {
	}

	/**
	 * Whether arguments name a command: an application's own begin with two hyphens.
	 */
	public static boolean isCommand(String[] arguments) {
		return arguments.length > 0 && !arguments[0].startsWith("--");
	}

	/**
	 * Runs the command that the first argument names.
	 * @return the process's exit status
	 */
	public static int run(Class<?> application, String[] arguments) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("logging.level.root=WARN")
			.run(springArguments(arguments))) {
			List<Command> commands = context.getBeanProvider(Command.class).stream().toList();
			return commands.stream()
				.filter((command) -> command.name().equals(arguments[0]))
				.findFirst()
				.map((command) -> command.run(List.of(arguments).subList(1, arguments.length)))
				.orElseGet(() -> usage(commands));
		}
	}

	/**
	 * Properties of the application, which a command's own options must not look like.
	 */
	private static String[] springArguments(String[] arguments) {
		return List.of(arguments)
			.stream()
			.filter((argument) -> argument.matches("--[a-z-]+(\\.[a-z-]+)+=.*"))
			.toArray(String[]::new);
	}

	private static int usage(List<Command> commands) {
		System.err.println("There is no such command. There are:");
		commands.stream()
			.sorted(Comparator.comparing(Command::name))
			.forEach((command) -> System.err.println("  " + command.name() + " " + command.usage()));
		return USAGE;
	}

}
