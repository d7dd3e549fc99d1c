package id.warta.identity.key;

import id.warta.platform.secret.Wrapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import id.warta.eventlog.DueWork;
import id.warta.eventlog.EventLog;
import id.warta.identity.IdentityProperties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Makes a signing key when there is none, or the newest one is old; wraps what isn't
 * wrapped; forgets what no token is signed by any more.
 */
final class KeyRenewal implements DueWork {

	/** The kind of the event that says that there are others. */
	static final String RENEWED = "SIGNING_KEYS_RENEWED";

	private static final Duration RENEW_AFTER = Duration.ofDays(30);

	/** However far the nodes are apart, and their clocks. */
	private static final Duration MARGIN = Duration.ofHours(2);

	private final KeyTable table;

	private final Wrapping wrapping;

	private final EventLog events;

	private final TransactionalOperator transaction;

	private final Duration tokenLife;

	KeyRenewal(KeyTable table, Wrapping wrapping, EventLog events, TransactionalOperator transaction,
			IdentityProperties properties) {
		this.table = table;
		this.wrapping = wrapping;
		this.events = events;
		this.transaction = transaction;
		this.tokenLife = properties.accessTokenLife();
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return this.table.all().filter((keys) -> isDue(keys, now)).flatMap((keys) -> renewed(now)).thenReturn(0);
	}

	private Mono<Void> renewed(Instant now) {
		return this.table.lock()
			.then(this.table.all())
			.flatMap((keys) -> renew(keys, now))
			.as(this.transaction::transactional);
	}

	private boolean isDue(List<KeyRow> keys, Instant now) {
		return needsNew(keys, now) || !unwrapped(keys).isEmpty() || !outlived(keys, now).isEmpty();
	}

	private Mono<Void> renew(List<KeyRow> keys, Instant now) {
		Flux<KeyRow> made = needsNew(keys, now) ? Flux.just(KeyRow.create(now)) : Flux.empty();
		return made.concatWith(Flux.fromIterable(unwrapped(keys)))
			.concatMap((key) -> this.table.write(key.wrapped(this.wrapping)))
			.then(this.table.delete(outlived(keys, now)))
			.then(Mono.defer(() -> this.events.append(RENEWED, "SigningKey", 0, Map.of())))
			.then();
	}

	private static boolean needsNew(List<KeyRow> keys, Instant now) {
		return keys.isEmpty() || keys.get(0).createdAt().isBefore(now.minus(RENEW_AFTER));
	}

	private List<KeyRow> unwrapped(List<KeyRow> keys) {
		return keys.stream().filter((key) -> !key.wrapped() && this.wrapping.isOn()).toList();
	}

	/** Those whose successor has signed for longer than a token lives. */
	private List<KeyRow> outlived(List<KeyRow> keys, Instant now) {
		Instant end = now.minus(this.tokenLife).minus(MARGIN);
		return IntStream.range(1, keys.size())
			.filter((index) -> keys.get(index - 1).createdAt().isBefore(end))
			.mapToObj(keys::get)
			.toList();
	}

	@Override
	public Duration every() {
		return Duration.ofHours(1);
	}

}
