package id.warta.platform.database;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Result;
import org.reactivestreams.Publisher;

/**
 * A batch of statements that a {@link Lease} watches over.
 *
 * @param batch PostgreSQL's
 * @param lease its connection's
 */
record GuardedBatch(Batch batch, Lease lease) implements Batch {

	@Override
	public Batch add(String sql) {
		this.batch.add(sql);
		return this;
	}

	@Override
	public Publisher<? extends Result> execute() {
		return this.lease.watch(this.batch.execute());
	}

}
