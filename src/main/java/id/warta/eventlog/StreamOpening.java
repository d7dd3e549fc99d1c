package id.warta.eventlog;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds out what a subscription tells without beginning to tell it. Whoever shares
 * streams puts one into the operation's context, under its class: the field then leaves
 * here what it tells, and its own stream is empty.
 */
public final class StreamOpening {

	private volatile @Nullable LogStream<?> stream;

	private volatile @Nullable ValueStream<?> values;

	private volatile @Nullable String after;

	void opened(LogStream<?> opened, @Nullable String from) {
		this.after = from;
		this.stream = opened;
	}

	void opened(ValueStream<?> opened) {
		this.values = opened;
	}

	/**
	 * The values that the field tells; empty if it tells of the log.
	 */
	public Optional<ValueStream<?>> values() {
		return Optional.ofNullable(this.values);
	}

	/**
	 * What the field tells of the log; empty if it tells values.
	 */
	public Optional<LogStream<?>> stream() {
		return Optional.ofNullable(this.stream);
	}

	/**
	 * From where on the request wants to be told; null for now.
	 */
	public @Nullable String after() {
		return this.after;
	}

}
