package id.warta.comment.reaction;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import id.warta.comment.CommentSecrets;
import id.warta.platform.InvalidInputException;
import id.warta.platform.http.Visitor;
import org.dataloader.DataLoader;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Who likes which comment: everybody once. Of visitors no more is kept than a digest. A
 * comment's row is locked before its likes change, so that its number is always theirs.
 */
@Component
class Likes {

	private static final String LOADER = "likes";

	/** Locks the comment if readers can read it. */
	private static final String FOUND = """
			with found as (
			    select c.id from comment c join article a on a.id = c.article_id and a.visible
			    where c.id = :comment and c.status = 'APPROVED' for no key update of c),\s""";

	private static final String LIKE = FOUND + """
			changed as (
			    insert into comment_like (comment_id, visitor) select id, :visitor from found
			    on conflict do nothing returning comment_id),
			counted as (
			    update comment c set like_count = c.like_count + 1 from changed where c.id = changed.comment_id)
			select id from found""";

	private static final String UNLIKE = FOUND + """
			changed as (
			    delete from comment_like l using found where l.comment_id = found.id and l.visitor = :visitor
			    returning l.comment_id),
			counted as (
			    update comment c set like_count = c.like_count - 1 from changed where c.id = changed.comment_id)
			select id from found""";

	private final DatabaseClient database;

	private final CommentSecrets secrets;

	Likes(DatabaseClient database, CommentSecrets secrets, BatchLoaderRegistry loaders) {
		this.database = database;
		this.secrets = secrets;
		loaders.<Key, Boolean>forName(LOADER).registerMappedBatchLoader((keys, environment) -> load(keys));
	}

	private record Key(long comment, Visitor visitor) {

	}

	/**
	 * Lets a visitor like a comment; fails with {@code NOT_FOUND} unless readers can read
	 * it.
	 */
	Mono<Void> like(long comment, Visitor visitor) {
		return change(LIKE, comment, visitor);
	}

	/**
	 * Lets a visitor like a comment no longer; fails with {@code NOT_FOUND} unless
	 * readers can read it.
	 */
	Mono<Void> unlike(long comment, Visitor visitor) {
		return change(UNLIKE, comment, visitor);
	}

	private Mono<Void> change(String sql, long comment, Visitor visitor) {
		return this.secrets.visitor(visitor.id())
			.flatMap((digest) -> this.database.sql(sql)
				.bind("comment", comment)
				.bind("visitor", digest)
				.mapValue(Long.class)
				.one())
			.switchIfEmpty(Mono.error(() -> new InvalidInputException("NOT_FOUND", "commentId",
					"There is no such comment that readers can read")))
			.then();
	}

	/**
	 * Whether a visitor likes a comment: one statement for all that are asked about.
	 */
	CompletableFuture<Boolean> likedBy(long comment, Visitor visitor, DataFetchingEnvironment environment) {
		DataLoader<Key, Boolean> loader = Objects.requireNonNull(environment.getDataLoader(LOADER));
		return loader.load(new Key(comment, visitor));
	}

	private Mono<Map<Key, Boolean>> load(Set<Key> keys) {
		return Flux.fromIterable(keys)
			.groupBy(Key::visitor, Key::comment)
			.flatMap((group) -> group.collectList().flatMapMany((comments) -> liked(comments, group.key())))
			.collect(Collectors.toSet())
			.map((liked) -> keys.stream().collect(Collectors.toMap(Function.identity(), liked::contains)));
	}

	private Flux<Key> liked(Collection<Long> comments, Visitor visitor) {
		return this.secrets.visitor(visitor.id())
			.flatMapMany((digest) -> this.database
				.sql("select comment_id from comment_like where visitor = :visitor and comment_id = any(:comments)")
				.bind("visitor", digest)
				.bind("comments", comments.toArray(Long[]::new))
				.mapValue(Long.class)
				.all())
			.map((comment) -> new Key(comment, visitor));
	}

}
