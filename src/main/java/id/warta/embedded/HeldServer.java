package id.warta.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * This process's hold on a running server.
 *
 * @param port where it listens on the loopback interface
 * @param keeper what keeps it running
 * @param fifo what the keeper watches
 * @param holder what other processes see
 */
record HeldServer(int port, Keeper keeper, FileChannel fifo, Holder holder) {

	void release() throws IOException {
		this.holder.close();
		this.fifo.close();
	}

}
