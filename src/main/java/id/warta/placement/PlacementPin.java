package id.warta.placement;

import java.time.Instant;

import id.warta.platform.NodeId;
import id.warta.platform.Rows;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * An article that is pinned to a placement.
 *
 * @param placementId the placement
 * @param articleId the article's global id
 * @param slug its slug
 * @param title its headline
 * @param visible whether readers may see it
 * @param position its place among the pinned articles, from 0
 * @param startsAt from when on it stands there
 * @param endsAt when it goes; null if it stays
 */
record PlacementPin(long placementId, String articleId, String slug, String title, boolean visible, int position,
		Instant startsAt, @Nullable Instant endsAt) {

	static PlacementPin of(Readable row) {
		return new PlacementPin(Rows.required(row, "placement_id", Long.class),
				new NodeId("Article", Rows.required(row, "article_id", Long.class)).toString(),
				Rows.required(row, "slug", String.class), Rows.required(row, "title", String.class),
				Rows.required(row, "visible", Boolean.class), Rows.required(row, "position", Integer.class),
				Rows.required(row, "starts_at", Instant.class), row.get("ends_at", Instant.class));
	}

}
