package id.warta.comment.submission;

import id.warta.platform.access.Viewer;
import id.warta.platform.http.Reader;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Takes in what readers write.
 */
@Service
class CommentDesk {

	private final CommentForms forms;

	private final AdmissionTable table;

	private final Submissions submissions;

	private final CommentQueue queue;

	CommentDesk(CommentForms forms, AdmissionTable table, Submissions submissions, CommentQueue queue) {
		this.forms = forms;
		this.table = table;
		this.submissions = submissions;
		this.queue = queue;
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
		return this.queue.add(CommentRow.of(comment, admission, reader))
			.switchIfEmpty(Mono.defer(() -> this.submissions.refused(comment)));
	}

}
