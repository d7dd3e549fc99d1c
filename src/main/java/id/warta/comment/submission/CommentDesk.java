package id.warta.comment.submission;

import id.warta.platform.Batcher;
import id.warta.platform.access.Viewer;
import id.warta.platform.http.Reader;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Takes in what readers write. Comments that come at the same time share a transaction:
 * each commit that has an event waits for the one before, and for the disk, so one at a
 * time would be few.
 */
@Service
class CommentDesk {

	private final CommentForms forms;

	private final AdmissionTable table;

	private final Submissions submissions;

	private final Batcher<CommentRow, OwnComment> writing;

	CommentDesk(CommentForms forms, AdmissionTable table, Submissions submissions, CommentTable comments) {
		this.forms = forms;
		this.table = table;
		this.submissions = submissions;
		this.writing = new Batcher<>(comments::add);
	}

	/**
	 * Adds a comment: once, however often the same request comes.
	 */
	Mono<OwnComment> add(AddCommentInput input, Viewer viewer, Reader reader) {
		NewComment comment = input.checked(viewer);
		return this.table.known(comment)
			.switchIfEmpty(Mono.defer(() -> (viewer.isStaff() ? Mono.<Void>empty()
					: this.forms.check(input.formToken(), comment.articleId()))
				.then(Mono.defer(() -> this.submissions.admit(comment, reader)))
				.flatMap((admission) -> write(comment, admission, reader))));
	}

	private Mono<OwnComment> write(NewComment comment, Admission admission, Reader reader) {
		return this.writing.add(CommentRow.of(comment, admission, reader))
			.switchIfEmpty(Mono.defer(() -> this.submissions.refused(comment)));
	}

}
