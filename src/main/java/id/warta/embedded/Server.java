package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that can be embedded: how it is prepared, run, recognised and asked.
 */
interface Server {

	/**
	 * The name that operators know.
	 */
	String name();

	/**
	 * The name of its files.
	 */
	String key();

	/**
	 * Its program.
	 */
	Path program();

	/**
	 * Brings its data and its settings in order. Called only while no server runs on
	 * them.
	 * @throws EmbeddedServerException if the data can't be used
	 */
	void prepare(Account account) throws IOException;

	/**
	 * The command that runs it in the foreground on a port of the loopback interface.
	 */
	List<String> command(int port);

	/**
	 * The signals that stop it in good order, in turn.
	 */
	List<String> stopSignals();

	/**
	 * The process that runs on its data, by its own word and checked: never a process
	 * that only has the same number.
	 */
	Optional<ProcessHandle> process();

	/**
	 * Whether it answers on the port.
	 */
	boolean isReady(int port) throws IOException;

}
