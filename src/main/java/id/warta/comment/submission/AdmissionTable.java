package id.warta.comment.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import id.warta.platform.Batcher;
import id.warta.platform.ConflictException;
import id.warta.platform.Rows;
import id.warta.platform.http.Reader;
import id.warta.platform.secret.Secrets;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/**
 * Reads what decides about comments that somebody wants to add: of those that come at the
 * same time together, since a statement costs more than what it looks up.
 */
@Component
class AdmissionTable {

	static final String CIRCUMSTANCES = """
			select s.place::integer - 1 as place, a.slug, a.published_at, t.commenting,
			    case when p.article_id = a.id then p.status end as parent_status,
			    s.parent is null as first, b.refused, b.held,
			    exists (select from comment c where lower(c.author_email) = s.email and c.status = 'APPROVED')
			        as approved_before,
			    (select count(*) from (
			        select from comment c
			        where md5(c.source) = md5(s.source) and c.created_at > now() - interval '1 day'
			            and c.author_email is distinct from s.email limit 10) others) as repeated
			from unnest(:articles, :parents, :emails, :addresses, :sources) with ordinality
			    as s (article, parent, email, address, source, place)
			join article a on a.id = s.article and a.visible
			left join article_comments t on t.article_id = a.id
			left join comment p on p.id = s.parent
			cross join lateral (
			    select coalesce(bool_or(effect = 'REFUSE'), false) as refused, coalesce(bool_or(effect = 'HOLD'), false) as held
			    from comment_ban
			    where (email = s.email or network >>= cast(nullif(s.address, '') as inet))
			        and (expires_at is null or expires_at > now())) b""";

	private static final String KNOWN = """
			select s.place::integer - 1 as place, %s
			from unnest(:articles, :keys) with ordinality as s (article, key, place)
			join comment c on c.article_id = s.article and c.idempotency_key = s.key""".formatted(OwnComment.COLUMNS);

	private final DatabaseClient database;

	private final Batcher<Asked, Circumstances> circumstances = new Batcher<>(this::allCircumstances);

	private final Batcher<NewComment, OwnComment> known = new Batcher<>(this::allKnown);

	AdmissionTable(DatabaseClient database) {
		this.database = database;
	}

	private record Asked(NewComment comment, String address) {

	}

	/**
	 * What is known about a comment; empty if readers see no such article.
	 */
	Mono<Circumstances> circumstances(NewComment comment, Reader reader) {
		return this.circumstances.add(new Asked(comment, reader.address()));
	}

	private Mono<Map<Integer, Circumstances>> allCircumstances(List<Asked> asked) {
		List<NewComment> comments = asked.stream().map(Asked::comment).toList();
		return byPlace(this.database.sql(CIRCUMSTANCES)
			.bind("articles", comments.stream().map(NewComment::articleId).toArray(Long[]::new))
			.bind("parents", comments.stream().map(NewComment::parentId).toArray(Long[]::new))
			.bind("emails", comments.stream().map((comment) -> comment.author().email()).toArray(String[]::new))
			.bind("addresses", asked.stream().map(Asked::address).toArray(String[]::new))
			.bind("sources", comments.stream().map((comment) -> comment.text().source()).toArray(String[]::new)),
				Circumstances::of);
	}

	private static <T> Mono<Map<Integer, T>> byPlace(GenericExecuteSpec query, Function<Readable, T> of) {
		return query.map((row) -> Map.entry(Rows.required(row, "place", Integer.class), of.apply(row)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/**
	 * The comment that a request made before; empty if it made none. Fails with
	 * {@link ConflictException} {@code KEY_USED} if that was another comment.
	 */
	Mono<OwnComment> known(NewComment comment) {
		return (comment.key() == null) ? Mono.empty() : this.known.add(comment).map((known) -> ifSame(known, comment));
	}

	private Mono<Map<Integer, OwnComment>> allKnown(List<NewComment> comments) {
		return byPlace(this.database.sql(KNOWN)
			.bind("articles", comments.stream().map(NewComment::articleId).toArray(Long[]::new))
			.bind("keys", comments.stream().map(NewComment::key).toArray(String[]::new)), OwnComment::of);
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
