package id.warta.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import id.warta.article.ArticleAnnouncements;
import id.warta.article.ArticleEvents;
import id.warta.eventlog.DueWork;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Shows published articles when their embargo is over.
 */
@Component
class EmbargoEnd implements DueWork {

	private final DatabaseClient database;

	private final ArticleAnnouncements announcements;

	private final TransactionalOperator transaction;

	EmbargoEnd(DatabaseClient database, ArticleAnnouncements announcements, TransactionalOperator transaction) {
		this.database = database;
		this.announcements = announcements;
		this.transaction = transaction;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return Punctuality.at(now, this::next, this::liftSome);
	}

	private Mono<Instant> next(Instant until) {
		return this.database.sql("""
				select embargo_until from article where status = 'PUBLISHED' and not visible and embargo_until <= :until
				order by embargo_until limit 1""").bind("until", until).mapValue(Instant.class).one();
	}

	private Mono<Integer> liftSome(Instant now) {
		return lift(now).flatMap(this::announce).as(this.transaction::transactional);
	}

	/**
	 * The article's trigger finds that it may be seen, once PostgreSQL's clock says so
	 * too.
	 */
	private Mono<List<Long>> lift(Instant now) {
		return this.database.sql("""
				update article set status = status where id = any(array(
				    select id from article where status = 'PUBLISHED' and not visible and embargo_until <= :now
				    and embargo_until <= now()
				    order by embargo_until limit :many for update skip locked))
				returning id""")
			.bind("now", now)
			.bind("many", Punctuality.AT_ONCE)
			.mapValue(Long.class)
			.all()
			.collectList();
	}

	private Mono<Integer> announce(List<Long> lifted) {
		return Flux.fromIterable(lifted)
			.concatMap((article) -> this.announcements.append(ArticleEvents.PUBLISHED, article, Map.of()))
			.then(Mono.just(lifted.size()));
	}

}
