import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server's process is started.
 *
 * @param pin whether it keeps off the load's core, if the load keeps to one
 * @param jvm options of its virtual machine
 * @param arguments its own, besides those that it needs
 */
record Launch(boolean pin, List<String> jvm, List<String> arguments) {

	/**
	 * A command line.
	 * @param main what runs, and the arguments that it needs
	 */
	List<String> command(List<String> main) {
		List<String> command = new ArrayList<>();
		int cores = Runtime.getRuntime().availableProcessors();
		int all = Machine.cores();
		if (this.pin && cores < all) {
			command.addAll(List.of("taskset", "-c", "0-" + (all - 2)));
		}
		command.add(tool("java"));
		command.addAll(this.jvm);
		command.addAll(main);
		command.addAll(this.arguments);
		return command;
	}

	/**
	 * A program of the JDK that runs this one.
	 */
	static String tool(String name) {
		return Path.of(System.getProperty("java.home"), "bin", name).toString();
	}

	/**
	 * The same with further arguments, before the user's own, which win.
	 */
	Launch with(String... more) {
		List<String> all = new ArrayList<>(List.of(more));
		all.addAll(this.arguments);
		return new Launch(this.pin, this.jvm, all);
	}

}
