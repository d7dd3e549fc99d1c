package id.warta.comment.submission;

import id.warta.comment.setting.Commenting;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.comment.CommentProperties;
import id.warta.comment.setting.SiteCommentSettings;
import id.warta.comment.text.CommentText;
import id.warta.platform.Rows;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Where readers may write comments now.
 */
@Component
class OpenComments {

	private final DatabaseClient database;

	private final Articles articles;

	private final SiteCommentSettings settings;

	private final CommentForms forms;

	private final CommentProperties properties;

	private final InstantSource clock;

	OpenComments(DatabaseClient database, Articles articles, SiteCommentSettings settings, CommentForms forms,
			CommentProperties properties, InstantSource clock) {
		this.database = database;
		this.articles = articles;
		this.settings = settings;
		this.forms = forms;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The form of an article; empty if readers see none.
	 */
	Mono<CommentForm> form(long articleId) {
		return this.articles.byIds(List.of(articleId), ArticleFields.CARD)
			.next()
			.flatMap((article) -> Mono.zip(of(List.of(article)), this.forms.issue(articleId)))
			.map((known) -> new CommentForm(known.getT1().contains(articleId), known.getT2(),
					this.properties.minimumTime().toSeconds(), CommentText.MAX_LENGTH,
					this.properties.editableFor().toSeconds()));
	}

	/**
	 * The ids of those articles below which readers may write.
	 */
	Mono<Set<Long>> of(Collection<Article> articles) {
		return this.database.sql("""
				select article_id, commenting from article_comments
				where article_id = any(:ids) and commenting <> 'DEFAULT'""")
			.bind("ids", articles.stream().map(Article::id).distinct().toArray(Long[]::new))
			.map((row) -> Map.entry(Rows.required(row, "article_id", Long.class),
					Commenting.valueOf(Rows.required(row, "commenting", String.class))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map((known) -> articles.stream()
				.filter((article) -> known.getOrDefault(article.id(), Commenting.DEFAULT)
					.isOpen(this.settings.current(), article.publishedAt(), this.clock.instant()))
				.map(Article::id)
				.collect(Collectors.toUnmodifiableSet()));
	}

}
