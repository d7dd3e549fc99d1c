package id.warta.comment.submission;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import id.warta.platform.ConflictException;
import id.warta.platform.http.Reader;
import id.warta.platform.secret.Secrets;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads what decides about comments that somebody wants to add.
 */
@Component
class AdmissionTable {

	private static final String CIRCUMSTANCES = """
			select a.slug, a.published_at, t.commenting, p.status as parent_status, :parent = 0 as first,
			    exists (select from comment c where lower(c.author_email) = :email and c.status = 'APPROVED')
			        as approved_before,
			    exists (select from bans where effect = 'REFUSE') as refused,
			    exists (select from bans where effect = 'HOLD') as held,
			    (select count(*) from (
			        select from comment c
			        where md5(c.source) = md5(:source) and c.created_at > now() - interval '1 day'
			            and c.author_email is distinct from :email limit 10) others) as repeated
			from article a
			left join article_comments t on t.article_id = a.id
			left join comment p on p.id = :parent and p.article_id = a.id
			where a.id = :article and a.visible""";

	private static final String BANS = """
			with bans as (
			    select effect from comment_ban
			    where (email = :email or network >>= cast(nullif(:address, '') as inet))
			        and (expires_at is null or expires_at > now()))
			""";

	private final DatabaseClient database;

	AdmissionTable(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * What is known about a comment; empty if readers see no such article.
	 */
	Mono<Circumstances> circumstances(NewComment comment, Reader reader) {
		return this.database.sql(BANS + CIRCUMSTANCES)
			.bind("article", comment.articleId())
			.bind("parent", Objects.requireNonNullElse(comment.parentId(), 0L))
			.bind("email", Objects.requireNonNullElse(comment.author().email(), ""))
			.bind("address", reader.address())
			.bind("source", comment.text().source())
			.map(Circumstances::of)
			.one();
	}

	/**
	 * The comment that a request made before; empty if it made none. Fails with
	 * {@link ConflictException} {@code KEY_USED} if that was another comment.
	 */
	Mono<OwnComment> known(NewComment comment) {
		return (comment.key() == null) ? Mono.empty()
				: this.database
					.sql("""
							select %s from comment c where c.article_id = :article and c.idempotency_key = :key"""
						.formatted(OwnComment.COLUMNS))
					.bind("article", comment.articleId())
					.bind("key", comment.key())
					.map(OwnComment::of)
					.one()
					.map((known) -> ifSame(known, comment));
	}

	private static OwnComment ifSame(OwnComment known, NewComment comment) {
		if (!known.is(comment)) {
			throw new ConflictException("KEY_USED", "The key belongs to another comment");
		}
		return known;
	}

	/**
	 * Whether somebody has said the same before.
	 */
	Mono<Boolean> isDuplicate(byte[] key) {
		return this.database.sql("select exists (select from comment where duplicate_key = :key) as said")
			.bind("key", key)
			.mapValue(Boolean.class)
			.one();
	}

	/**
	 * What is the same for the same text of the same author below the same article: upper
	 * and lower case and white space aside.
	 */
	static byte[] duplicateKey(long articleId, Commenter author, String source) {
		String text = source.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
		return Secrets.hash((articleId + "\n" + author.key() + "\n" + text).getBytes(StandardCharsets.UTF_8));
	}

}
