package id.warta.media;

import java.util.Map;

import id.warta.eventlog.RecordedChanges;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Differences;
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
		return this.changes.make(viewer, this.table.add(input.checked(), viewer),
				(media) -> changed("registerMedia", media, Map.of()));
	}

	/**
	 * Changes what there is to know of a medium, wherever it stands. Those who publish no
	 * articles may change only what they registered themselves, and that nothing shows
	 * but drafts of theirs.
	 */
	Mono<Media> edit(Viewer viewer, EditMediaInput input) {
		viewer.require(Permission.WRITE_ARTICLES);
		long id = input.media();
		EditedColumns columns = input.columns();
		Mono<Edited> edit = lock(viewer, id).map(input::applicable)
			.flatMap((before) -> this.table.edit(id, columns).map((after) -> new Edited(before, after)));
		return this.changes.make(viewer, edit, (edited) -> changed("editMedia", edited.after(), edited.differences()))
			.map(Edited::after);
	}

	private record Edited(Media before, Media after) {

		Map<String, ?> differences() {
			return new Differences().of("url", this.before.url(), this.after.url())
				.of("kind", this.before.kind(), this.after.kind())
				.of("mimeType", this.before.mimeType(), this.after.mimeType())
				.of("title", this.before.title(), this.after.title())
				.of("alt", this.before.alt(), this.after.alt())
				.of("caption", this.before.caption(), this.after.caption())
				.of("credit", this.before.credit(), this.after.credit())
				.of("width", this.before.width(), this.after.width())
				.of("height", this.before.height(), this.after.height())
				.details();
		}

	}

	/**
	 * Deletes a medium that stands nowhere: those who publish no articles only one that
	 * they registered themselves.
	 */
	Mono<Media> delete(Viewer viewer, DeleteMediaInput input) {
		viewer.require(Permission.WRITE_ARTICLES);
		long id = input.media();
		return this.changes.make(viewer, lock(viewer, id).delayUntil((media) -> this.table.deleteUnused(id)),
				(media) -> changed("deleteMedia", media, Map.of("url", media.url())));
	}

	private Mono<Media> lock(Viewer viewer, long id) {
		return viewer.may(Permission.PUBLISH_ARTICLES) ? this.table.lock(id)
				: this.table.lockOwn(id, viewer.requireStaff());
	}

	private static RecordedChanges.Change changed(String action, Media media, Map<String, ?> details) {
		return new RecordedChanges.Change(action, CHANGED, "Media", media.id(), details);
	}

}
