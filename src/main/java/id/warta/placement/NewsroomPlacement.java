package id.warta.placement;

import id.warta.placement.Placement.Fill;
import id.warta.platform.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A placement as the newsroom sees it.
 *
 * @param key its id
 * @param slug where it is
 * @param name what editors call it
 * @param size how many articles it has room for, 1 to 100
 * @param fill what fills it up
 * @param categoryId the category to fill it up from; null for the whole site
 */
record NewsroomPlacement(long key, String slug, String name, int size, Fill fill, @Nullable Long categoryId) {

	static NewsroomPlacement of(Placement placement) {
		return new NewsroomPlacement(placement.id(), placement.slug(), placement.name(), placement.size(),
				placement.fill(), placement.categoryId());
	}

	/**
	 * The global id, the same as the placement's.
	 */
	public String id() {
		return new NodeId(Placements.SUBJECT, this.key).toString();
	}

}
