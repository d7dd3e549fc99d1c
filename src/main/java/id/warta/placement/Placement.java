package id.warta.placement;

import id.warta.platform.Node;
import org.jspecify.annotations.Nullable;

/**
 * A place on a page that editors pin articles to and that fills up by itself.
 *
 * @param id its id
 * @param slug where it is
 * @param name what editors call it
 * @param size how many articles it has room for, 1 to 100
 * @param fill what fills it up
 * @param categoryId the category to fill it up from, with what is below it; null for the
 * whole site
 */
record Placement(long id, String slug, String name, int size, Fill fill, @Nullable Long categoryId) implements Node {

	/**
	 * What fills the places that nothing is pinned to: articles as SQL, the best first,
	 * with the place at which they stand among them.
	 */
	enum Fill {

		LATEST("""
				select l.article_id, row_number() over (order by l.published_at desc, l.article_id desc) as rank
				from article_listing l where l.list = :list and l.list_id = :listId
				order by l.published_at desc, l.article_id desc"""),

		FEATURED("""
				select f.id, row_number() over (order by f.published_at desc, f.id desc) as rank
				from article f where f.visible and f.featured and exists (
				    select from article_listing l
				    where l.article_id = f.id and l.list = :list and l.list_id = :listId)
				order by f.published_at desc, f.id desc"""),

		MOST_VIEWED("""
				select v.article_id, row_number() over (order by v.total desc, v.article_id desc) as rank
				from article_views v where exists (
				    select from article_listing l
				    where l.article_id = v.article_id and l.list = :list and l.list_id = :listId)
				order by v.total desc, v.article_id desc""");

		private final String sql;

		Fill(String sql) {
			this.sql = sql;
		}

		String sql() {
			return this.sql;
		}

	}

}
