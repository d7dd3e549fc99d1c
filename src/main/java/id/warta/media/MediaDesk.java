package id.warta.media;

import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.EditedColumns;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Where the newsroom looks after its media, which are elsewhere: only what there is to
 * know of them is here. Each method is one transaction, which fails with
 * {@link InvalidInputException} if it is refused.
 */
@Service
class MediaDesk {

	/** The kind of the events that say that media have changed. */
	static final String CHANGED = "MEDIA_CHANGED";

	private final MediaTable table;

	private final RecordedChanges changes;

	MediaDesk(MediaTable table, RecordedChanges changes) {
		this.table = table;
		this.changes = changes;
	}

	/**
	 * Registers a medium.
	 */
	Mono<Media> register(Viewer viewer, RegisterMediaInput input) {
		viewer.require(Permission.WRITE_ARTICLES);
		return make(viewer, "registerMedia", this.table.add(input.checked()));
	}

	/**
	 * Changes what there is to know of a medium, wherever it stands.
	 */
	Mono<Media> edit(Viewer viewer, EditMediaInput input) {
		viewer.require(Permission.WRITE_ARTICLES);
		long id = input.media();
		EditedColumns columns = input.columns();
		return make(viewer, "editMedia",
				this.table.lock(id).map(input::applicable).flatMap((media) -> this.table.edit(id, columns)));
	}

	/**
	 * Deletes a medium that stands nowhere.
	 */
	Mono<Media> delete(Viewer viewer, DeleteMediaInput input) {
		viewer.require(Permission.WRITE_ARTICLES);
		long id = input.media();
		return make(viewer, "deleteMedia", this.table.lock(id).delayUntil((media) -> this.table.deleteUnused(id)));
	}

	private Mono<Media> make(Viewer viewer, String action, Mono<Media> change) {
		return this.changes.make(viewer, change,
				(media) -> new RecordedChanges.Change(action, CHANGED, "Media", media.id(), Map.of()));
	}

}
