package id.warta.platform.database;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import org.reactivestreams.Publisher;

/**
 * A batch of statements that a {@link Guard} watches over.
 *
 * @param batch PostgreSQL's
 * @param guard its connection's
 */
record GuardedBatch(Batch batch, Guard guard) implements Batch {

	@Override
	public Batch add(String sql) {
		this.batch.add(sql);
		return this;
	}

	@Override
	public Publisher<? extends Result> execute() {
		return this.guard.watch(this.batch.execute());
	}

}
