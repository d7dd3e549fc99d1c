package id.warta.platform;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

	/**
	 * A property of the application has a dot in its name; commands' own options don't.
	 */
	private static final Pattern PROPERTY = Pattern.compile("--[^=]*\\.[^=]*=.*", Pattern.DOTALL);

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
		String[] properties = Stream.of(arguments).filter(CommandLine::isProperty).toArray(String[]::new);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("logging.level.root=WARN")
			.run(properties)) {
			List<Command> commands = context.getBeanProvider(Command.class).stream().toList();
			List<String> own = Stream.of(arguments).skip(1).filter(Predicate.not(CommandLine::isProperty)).toList();
			return commands.stream()
				.filter((command) -> command.name().equals(arguments[0]))
				.findFirst()
				.map((command) -> command.run(own))
				.orElseGet(() -> usage(commands));
		}
	}

	private static boolean isProperty(String argument) {
		return PROPERTY.matcher(argument).matches();
	}

	private static int usage(List<Command> commands) {
		System.err.println("There is no such command. There are:");
		commands.stream()
			.sorted(Comparator.comparing(Command::name))
			.forEach((command) -> System.err.println("  " + command.name() + " " + command.usage()));
		return USAGE;
	}

}
