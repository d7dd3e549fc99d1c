package id.warta.importer.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Tells how many bytes each read took, for a progress bar.
 */
public final class CountingInputStream extends FilterInputStream {

	private final LongConsumer bytesRead;

	public CountingInputStream(InputStream in, LongConsumer bytesRead) {
		super(in);
		this.bytesRead = bytesRead;
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		if (next >= 0) {
			this.bytesRead.accept(1);
		}
		return next;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int count = super.read(target, offset, length);
		if (count > 0) {
			this.bytesRead.accept(count);
		}
		return count;
	}

}
