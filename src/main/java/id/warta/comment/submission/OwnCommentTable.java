package id.warta.comment.submission;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.warta.comment.CommentSecrets;
import id.warta.comment.text.CommentText;
import id.warta.platform.InvalidInputException;
import id.warta.platform.secret.KeyedHash;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes comments for their authors.
 */
@Component
class OwnCommentTable {

	private final DatabaseClient database;

	private final CommentSecrets secrets;

	OwnCommentTable(DatabaseClient database, CommentSecrets secrets) {
		this.database = database;
		this.secrets = secrets;
	}

	/**
	 * The token of a comment.
	 */
	Mono<String> token(OwnComment comment) {
		return this.secrets.hash().map((hash) -> OwnToken.of(hash, comment.id(), comment.createdAt()).toString());
	}

	/**
	 * The comment of a token. Fails with {@link InvalidInputException} {@code BAD_TOKEN}
	 * if it is none's.
	 */
	Mono<OwnComment> of(OwnToken token) {
		return of(List.of(token)).mapNotNull((found) -> found.get(token))
			.switchIfEmpty(Mono.error(() -> OwnToken.refused("token")));
	}

	/**
	 * Comments by their tokens; those of which a token is none are missing.
	 */
	Mono<Map<OwnToken, OwnComment>> of(Collection<OwnToken> tokens) {
		return Mono.zip(this.secrets.hash(), byIds(tokens.stream().map(OwnToken::id).toList()))
			.map((known) -> verified(tokens, known.getT1(), known.getT2()));
	}

	private static Map<OwnToken, OwnComment> verified(Collection<OwnToken> tokens, KeyedHash hash,
			Map<Long, OwnComment> comments) {
		Map<OwnToken, OwnComment> verified = new HashMap<>();
		for (OwnToken token : tokens) {
			OwnComment comment = comments.get(token.id());
			if (comment != null && token.isOf(comment, hash)) {
				verified.put(token, comment);
			}
		}
		return verified;
	}

	private Mono<Map<Long, OwnComment>> byIds(List<Long> ids) {
		return this.database.sql("select %s from comment c where c.id = any(:ids)".formatted(OwnComment.COLUMNS))
			.bind("ids", ids.toArray(Long[]::new))
			.map(OwnComment::of)
			.all()
			.collectMap(OwnComment::id);
	}

	/**
	 * A comment as it is now.
	 */
	Mono<OwnComment> fresh(OwnComment comment) {
		return byIds(List.of(comment.id())).mapNotNull((found) -> found.get(comment.id()));
	}

	/**
	 * Gives a comment another text.
	 */
	Mono<Void> write(OwnComment comment, CommentText text) {
		return this.database
			.sql("""
					update comment set body = :body, source = :source, edited_at = clock_timestamp(), revision = revision + 1,
					    duplicate_key = :key
					where id = :id""")
			.bind("body", text.html())
			.bind("source", text.source())
			.bind("key", AdmissionTable.duplicateKey(comment.articleId(), comment.author(), text.source()))
			.bind("id", comment.id())
			.then();
	}

}
