package id.warta.platform;

import java.util.List;

/**
 * A command of the jar: {@code java -jar warta.jar NAME ARGUMENT …}. It runs on the main
 * thread, without a web server.
 */
public interface Command {

	/**
	 * What it is called by.
	 */
	String name();

	/**
	 * Its arguments and what it does, in a line.
	 */
	String usage();

	/**
	 * Runs it; it may block.
	 * @param arguments what follows the name, options included
	 * @return the process's exit status
	 */
	int run(List<String> arguments);

}
