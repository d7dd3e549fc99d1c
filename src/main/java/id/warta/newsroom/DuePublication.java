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
 * Publishes articles when their time has come, at that very second. One that is still
 * under embargo is announced when that ends.
 */
@Component
class DuePublication implements DueWork {

	private final DatabaseClient database;

	private final ArticleAnnouncements announcements;

	private final TransactionalOperator transaction;

	DuePublication(DatabaseClient database, ArticleAnnouncements announcements, TransactionalOperator transaction) {
		this.database = database;
		this.announcements = announcements;
		this.transaction = transaction;
	}

	@Override
	public Mono<Integer> run(Instant now) {
		return Punctuality.at(now, this::next, this::publishSome);
	}

	private Mono<Instant> next(Instant until) {
		return this.database.sql("""
				select published_at from article where status = 'SCHEDULED' and published_at <= :until
				order by published_at limit 1""").bind("until", until).mapValue(Instant.class).one();
	}

	private Mono<Integer> publishSome(Instant now) {
		return publish(now).flatMap(this::announce).as(this.transaction::transactional);
	}

	private Mono<List<DueArticle>> publish(Instant now) {
		return this.database.sql("""
				update article set status = 'PUBLISHED' where id = any(array(
				    select id from article where status = 'SCHEDULED' and published_at <= :now
				    order by published_at limit :many for update skip locked))
				returning id, visible""")
			.bind("now", now)
			.bind("many", Punctuality.AT_ONCE)
			.map(DueArticle::of)
			.all()
			.collectList();
	}

	private Mono<Integer> announce(List<DueArticle> published) {
		return Flux.fromIterable(published)
			.filter(DueArticle::visible)
			.concatMap((article) -> this.announcements.append(ArticleEvents.PUBLISHED, article.id(), Map.of()))
			.then(Mono.just(published.size()));
	}

}
