package id.warta.menu;

import org.jspecify.annotations.Nullable;

/**
 * Where an item of a menu leads: one of these.
 *
 * @param categoryId a category's global id
 * @param pageId a page's
 * @param articleId an article's
 * @param tagId a tag's
 * @param url a path of the site, or an absolute address
 */
record MenuTargetInput(@Nullable String categoryId, @Nullable String pageId, @Nullable String articleId,
		@Nullable String tagId, @Nullable String url) {

}
