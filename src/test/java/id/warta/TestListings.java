package id.warta;

import org.springframework.boot.test.context.TestComponent;

/**
 * Counts the lists of articles anew, by brute force.
 */
@TestComponent
public class TestListings {

	/** The lists as they must be, made from nothing but the articles themselves. */
	private static final String DIFFERENCES = """
			with recursive up (category_id, ancestor_id) as (
			    select id, id from category
			    union
			    select up.category_id, c.parent_id from up join category c on c.id = up.ancestor_id
			    where c.parent_id is not null),
			seen as (
			    select id, published_at from article
			    where status = 'PUBLISHED' and (embargo_until is null or embargo_until <= now())),
			expected as (
			    select 'site' as list, 0::bigint as list_id, id as article_id, published_at from seen
			    union select 'category', category_id, id, published_at from seen join article_category on article_id = id
			    union select 'subtree', ancestor_id, id, published_at from seen
			        join article_category c on article_id = id join up on up.category_id = c.category_id
			    union select 'tag', tag_id, id, published_at from seen join article_tag on article_id = id
			    union select 'author', author_id, id, published_at from seen join article_author on article_id = id),
			actual as (select list, list_id, article_id, published_at from article_listing),
			counted as (select list, list_id, count(*)::bigint as n from expected group by 1, 2),
			kept as (select list, list_id, sum(delta)::bigint as n from article_tally group by 1, 2 having sum(delta) <> 0)
			select (select count(*) from (select * from expected except select * from actual) missing)
			    + (select count(*) from (select * from actual except select * from expected) surplus)
			    + (select count(*) from (select * from counted except select * from kept) few)
			    + (select count(*) from (select * from kept except select * from counted) many)""";

	private final TestContent content;

	TestListings(TestContent content) {
		this.content = content;
	}

	/**
	 * How many places of lists, and totals, are not as they must be.
	 */
	public long differences() {
		return Long.parseLong(String.valueOf(this.content.one(DIFFERENCES)));
	}

}
