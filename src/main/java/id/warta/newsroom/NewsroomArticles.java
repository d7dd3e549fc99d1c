package id.warta.newsroom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.warta.article.ArticleStatus;
import id.warta.platform.Connection;
import id.warta.platform.Cursor;
import id.warta.platform.Keyset;
import id.warta.platform.PageArguments;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Reads articles for those who work on them: editors see all, authors their own.
 */
@Component
class NewsroomArticles {

	/** The name that its cursors carry. */
	static final String LIST = "na";

	private final DatabaseClient database;

	NewsroomArticles(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Which articles.
	 *
	 * @param status in one of these; null for whatever
	 * @param mine whether only those that the viewer has begun
	 * @param title words that the title begins with or holds; null for whatever
	 */
	record Where(@Nullable List<ArticleStatus> status, @Nullable Boolean mine, @Nullable String title) {

		static final Where ALL = new Where(null, null, null);

	}

	/**
	 * One article; empty if there is none that the viewer may know of.
	 */
	Mono<NewsroomArticle> byId(Viewer viewer, long id, boolean body) {
		return byIds(viewer, List.of(id), body).next();
	}

	/**
	 * Articles in no order; those that the viewer may not know of are missing.
	 */
	Flux<NewsroomArticle> byIds(Viewer viewer, Collection<Long> ids, boolean body) {
		return this.database.sql(select(body) + "a.id = any(:ids) and " + known(viewer))
			.bindValues(owner(viewer))
			.bind("ids", ids.toArray(Long[]::new))
			.map((row) -> NewsroomArticle.of(row, body))
			.all();
	}

	/**
	 * The translations of an article that the viewer may know of, itself left out.
	 */
	Flux<NewsroomArticle> translations(Viewer viewer, NewsroomArticle article, boolean body) {
		if (article.translationGroupId() == null) {
			return Flux.empty();
		}
		return this.database
			.sql(select(body) + "a.translation_group_id = :group and a.id <> :id and " + known(viewer)
					+ " order by a.language")
			.bindValues(owner(viewer))
			.bind("group", article.translationGroupId())
			.bind("id", article.articleId())
			.map((row) -> NewsroomArticle.of(row, body))
			.all();
	}

	/**
	 * A page of articles, the last edited first.
	 */
	Mono<Connection<NewsroomArticle>> page(Viewer viewer, Where where, PageArguments page, boolean body) {
		Keyset keyset = new Keyset(page, "a.updated_at", "a.id", true);
		Map<String, Object> parameters = new LinkedHashMap<>(owner(viewer));
		String condition = condition(viewer, where, parameters);
		return keyset.bind(this.database.sql(select(body) + condition + keyset.sql()).bindValues(parameters))
			.map((row) -> NewsroomArticle.of(row, body))
			.all()
			.collectList()
			.map((rows) -> Connection.of(rows, page,
					(article) -> Cursor.of(LIST, article.updatedAt(), article.articleId())));
	}

	private static String select(boolean body) {
		return "select " + NewsroomArticle.COLUMNS + (body ? ", a.body" : "") + " from article a where ";
	}

	private static String known(Viewer viewer) {
		return viewer.may(Permission.PUBLISH_ARTICLES) ? "true" : "a.owner_id = :owner";
	}

	private static Map<String, Object> owner(Viewer viewer) {
		return viewer.may(Permission.PUBLISH_ARTICLES) ? Map.of() : Map.of("owner", viewer.requireStaff());
	}

	private static String condition(Viewer viewer, Where where, Map<String, Object> parameters) {
		StringBuilder condition = new StringBuilder(known(viewer));
		if (where.status() != null) {
			condition.append(" and a.status = any(:status)");
			parameters.put("status", where.status().stream().map(ArticleStatus::name).toArray(String[]::new));
		}
		if (Boolean.TRUE.equals(where.mine())) {
			condition.append(" and a.owner_id = :mine");
			parameters.put("mine", viewer.requireStaff());
		}
		if (where.title() != null) {
			condition.append(" and strpos(lower(a.title), lower(:title)) > 0");
			parameters.put("title", where.title());
		}
		return condition.toString();
	}

}
