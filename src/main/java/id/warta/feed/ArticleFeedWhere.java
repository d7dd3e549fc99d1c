package id.warta.feed;

import org.jspecify.annotations.Nullable;

/**
 * Which articles a stream tells of: all of the conditions given hold.
 *
 * @param category what it is filed under
 * @param tag how it is tagged
 * @param author who had a part in it
 */
public record ArticleFeedWhere(@Nullable CategoryFilter category, @Nullable SlugFilter tag,
		@Nullable SlugFilter author) {

}
