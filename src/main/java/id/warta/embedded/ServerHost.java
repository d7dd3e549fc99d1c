package id.warta.embedded;

import java.io.IOException;

/**
 * Runs one server on the data folder for as long as any process holds it.
 */
interface ServerHost {

	/**
	 * Joins the server that runs already, or starts it.
	 * @return the server, ready, until it is let go or this process ends
	 * @throws EmbeddedServerException if it can't run
	 */
	HeldServer hold() throws IOException;

}
