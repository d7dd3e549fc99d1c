package id.warta.eventlog;

import java.time.Duration;

import id.warta.IntegrationTest;
import id.warta.TestContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import({ TestContent.class, TestLog.class })
class CollisionIntegrationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@Autowired
	private TestContent content;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TransactionalOperator transaction;

	@BeforeEach
	void write() {
		this.content.clear();
		this.content.run("insert into tag (slug, name) values ('satu', 'T'), ('dua', 'T')");
	}

	/** Each waits for the other's first lock: PostgreSQL gives up one of them. */
	@Test
	void aTransactionOfADeadlockIsTriedAgain() {
		Sinks.Empty<Void> one = Sinks.empty();
		Sinks.Empty<Void> two = Sinks.empty();
		Mono.when(change(1, 2, one, two), change(2, 1, two, one)).block(LIMIT);
		assertThat(this.content.one("select string_agg(name, ' ' order by id) from tag")).isIn("T12 T12", "T21 T21");
	}

	private Mono<Void> change(int first, int then, Sinks.Empty<Void> done, Sinks.Empty<Void> awaited) {
		return append(first, first).then(Mono.fromRunnable(done::tryEmitEmpty))
			.then(awaited.asMono())
			.then(append(then, first))
			.as(this.transaction::transactional)
			.retryWhen(RecordedChanges.onCollision());
	}

	private Mono<Void> append(int tag, int who) {
		return this.database.sql("update tag set name = name || :who where id = :tag")
			.bind("who", who)
			.bind("tag", tag)
			.then();
	}

}
