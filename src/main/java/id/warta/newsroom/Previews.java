package id.warta.newsroom;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Lets people without an account look at articles that readers don't see. A link's token
 * is 244 random bits, of which PostgreSQL keeps a digest: every node knows it.
 */
@Service
public class Previews {

	private static final Duration LONGEST = Duration.ofDays(30);

	private static final int TOKEN = 64;

	private final DatabaseClient database;

	private final Articles articles;

	private final AuditLog audit;

	private final TransactionalOperator transaction;

	Previews(DatabaseClient database, Articles articles, AuditLog audit, TransactionalOperator transaction) {
		this.database = database;
		this.articles = articles;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * A link that has just been made.
	 *
	 * @param link what is kept of it
	 * @param token what opens it, never to be had again
	 * @param url where the site's front end shows it
	 */
	record Made(PreviewLink link, String token, String url) {

	}

	/**
	 * Makes a link to an article that the viewer may know of.
	 * @param hours for how long it works, 1 to 720
	 */
	Mono<Made> create(Viewer viewer, NewsroomArticle article, int hours) {
		viewer.require(Permission.WRITE_ARTICLES);
		if (hours < 1 || hours > LONGEST.toHours()) {
			throw InvalidInputException.badArgument("hours", "'hours' must be between 1 and " + LONGEST.toHours());
		}
		return insert(viewer, article.articleId(), hours)
			.delayUntil((made) -> this.audit.append(viewer, "createPreview", "Article", article.articleId(),
					Map.of("expiresAt", made.link().expiresAt().toString())))
			.as(this.transaction::transactional);
	}

	private Mono<Made> insert(Viewer viewer, long article, int hours) {
		return this.database
			.sql("""
					with t as materialized (
					    select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') as token)
					insert into preview_link (article_id, digest, staff_id, expires_at)
					select :article, sha256(convert_to(token, 'UTF8')), nullif(:staff, 0), now() + :hours * interval '1 hour'
					from t
					returning id, created_at, expires_at, revoked_at, (select token from t) as token,
					    (select url from site) as site""")
			.bind("article", article)
			.bind("staff", (viewer.staffId() != null) ? viewer.staffId() : 0L)
			.bind("hours", hours)
			.map((row) -> {
				String token = Objects.requireNonNull(row.get("token", String.class));
				return new Made(PreviewLink.of(row), token, row.get("site", String.class) + "/preview/" + token);
			})
			.one();
	}

	/**
	 * Makes a link stop working.
	 * @return the article's id; empty if there is no such link that the viewer may know
	 * of
	 */
	Mono<Long> revoke(Viewer viewer, long link) {
		viewer.require(Permission.WRITE_ARTICLES);
		return this.database.sql("""
				update preview_link p set revoked_at = coalesce(p.revoked_at, now()) from article a
				where p.id = :link and a.id = p.article_id and (:all or a.owner_id = :staff)
				returning p.article_id""")
			.bind("link", link)
			.bind("all", viewer.may(Permission.PUBLISH_ARTICLES))
			.bind("staff", (viewer.staffId() != null) ? viewer.staffId() : 0L)
			.mapValue(Long.class)
			.one()
			.delayUntil((article) -> this.audit.append(viewer, "revokePreview", "Article", article, Map.of()))
			.as(this.transaction::transactional);
	}

	/**
	 * An article's links, the newest first.
	 */
	Flux<PreviewLink> of(long article) {
		return this.database.sql("""
				select id, created_at, expires_at, revoked_at from preview_link where article_id = :article
				order by id desc limit 100""").bind("article", article).map(PreviewLink::of).all();
	}

	/**
	 * What a link shows: the article's current revision, with the date of its last edit
	 * where it has none yet. Empty if the link doesn't work, or never did: it works no
	 * longer than whoever made it may see the article themselves.
	 */
	Mono<Article> open(String token, ArticleFields fields) {
		return (token.length() != TOKEN) ? Mono.empty()
				: this.articles
					.select("""
							from preview_link p join staff s on s.id = p.staff_id
							cross join lateral (
							    select (jsonb_populate_record(x, jsonb_build_object(
							        'published_at', coalesce(x.published_at, x.updated_at),
							        'first_published_at', coalesce(x.first_published_at, x.published_at, x.updated_at)))).*
							    from article x where x.id = p.article_id) a
							where p.digest = sha256(convert_to(:token, 'UTF8')) and p.expires_at > now()
							    and p.revoked_at is null and s.disabled_at is null
							    and (s.roles && :editors or s.roles && :authors and a.owner_id = s.id)""",
							Map.of("token", token, "editors", roles(Permission.PUBLISH_ARTICLES), "authors",
									roles(Permission.WRITE_ARTICLES)),
							fields)
					.next();
	}

	private static String[] roles(Permission permission) {
		return permission.roles().stream().map(Role::name).toArray(String[]::new);
	}

}
