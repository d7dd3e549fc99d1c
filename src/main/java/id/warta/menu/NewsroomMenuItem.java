package id.warta.menu;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An item of a menu as the newsroom sees it.
 *
 * @param label instead of the target's own name
 * @param targetId the global id of what it leads to, if that is an object of this site
 * @param targetName what the target calls itself
 * @param url where it leads, if to no object of this site
 * @param visible whether readers may see the target
 * @param items the items below it, in order
 */
record NewsroomMenuItem(@Nullable String label, @Nullable String targetId, @Nullable String targetName,
		@Nullable String url, boolean visible, List<NewsroomMenuItem> items) {

}
