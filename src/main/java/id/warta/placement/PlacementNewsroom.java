package id.warta.placement;

import java.util.List;

import id.warta.platform.NodeId;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * What the newsroom does to placements. Each change is one transaction, and one event.
 */
@Service
class PlacementNewsroom {

	private final PlacementTable placements;

	private final PlacementChanges changes;

	PlacementNewsroom(PlacementTable placements, PlacementChanges changes) {
		this.placements = placements;
		this.changes = changes;
	}

	/**
	 * All placements, by slug.
	 */
	Flux<Placement> all(Viewer viewer) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.placements.all();
	}

	/**
	 * A placement; empty if there is none.
	 */
	Mono<Placement> byId(Viewer viewer, String id) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.placements.byIds(List.of(NodeId.parse(id, Placements.SUBJECT, "id"))).next();
	}

	Mono<Placement> create(Viewer viewer, CreatePlacementInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.changes.make(viewer, "createPlacement", this.placements.insert(input.columns()));
	}

	Mono<Placement> edit(Viewer viewer, EditPlacementInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		long id = id(input.placementId());
		EditedColumns columns = input.columns();
		return this.changes.make(viewer, "editPlacement",
				this.placements.lock(id).then(Mono.defer(() -> this.placements.update(id, columns))));
	}

	/**
	 * Gives what the placement was.
	 */
	Mono<Placement> delete(Viewer viewer, DeletePlacementInput input) {
		viewer.require(Permission.MANAGE_PAGES);
		return this.changes.make(viewer, "deletePlacement",
				this.placements.lock(id(input.placementId())).delayUntil(this.placements::delete));
	}

	static long id(String placementId) {
		return NodeId.parse(placementId, Placements.SUBJECT, "placementId");
	}

}
