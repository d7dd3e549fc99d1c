package id.warta.placement;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.ArticleList.Kind;
import id.warta.article.Articles;
import id.warta.category.Categories;
import id.warta.eventlog.Replica;
import id.warta.eventlog.Replicas;
import id.warta.platform.Catalogue;
import id.warta.platform.Node;
import id.warta.platform.NodeLoader;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The placements, held in memory, and what stands in them.
 */
@Component
class Placements implements NodeLoader {

	/** The kind of the events that say that placements have changed. */
	static final String CHANGED = "PLACEMENT_CHANGED";

	/** The GraphQL type of these events' subject. */
	static final String SUBJECT = "Placement";

	private final Articles articles;

	private final Replica<Catalogue<Placement>> placements;

	Placements(PlacementTable table, Articles articles, Replicas replicas) {
		this.articles = articles;
		this.placements = replicas.of(
				table.all().collectList().map((all) -> new Catalogue<>("p", all, Placement::slug, Placement::name)),
				CHANGED, Categories.CHANGED);
	}

	Catalogue<Placement> catalogue() {
		return this.placements.value();
	}

	/**
	 * What stands in a placement now: the pinned articles in order, then what fills it
	 * up.
	 */
	Mono<List<Article>> articles(Placement placement, ArticleFields fields) {
		Long category = placement.categoryId();
		return this.articles.select("""
				from (
				    select placed.article_id, min(placed.rank) as rank from (
				        select p.article_id, p.position - 1000000000::bigint as rank from placement_pin p
				        where p.placement_id = :placement and p.starts_at <= now()
				        and (p.ends_at is null or p.ends_at > now())
				        union all
				        (%s limit :size + (select count(*) from placement_pin where placement_id = :placement))) placed
				    group by placed.article_id) placed
				join article a on a.id = placed.article_id
				where a.visible order by placed.rank, a.id desc limit :size""".formatted(placement.fill().sql()),
				Map.of("placement", placement.id(), "size", placement.size(), "list",
						((category != null) ? Kind.SUBTREE : Kind.SITE).column(), "listId",
						(category != null) ? category : 0L),
				fields)
			.collectList();
	}

	@Override
	public String type() {
		return SUBJECT;
	}

	@Override
	public Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment) {
		return NodeLoader.held(ids, catalogue()::byId);
	}

}
