package id.warta.viewcount;

import java.util.List;

/**
 * The answer to {@code recordView}.
 *
 * @param articleId the article, whether there is one or not
 * @param outcome what became of the view
 */
record RecordViewPayload(long articleId, ViewOutcome outcome) {

	public boolean counted() {
		return this.outcome == ViewOutcome.COUNTED;
	}

	boolean ofAnArticle() {
		return this.outcome != ViewOutcome.NO_SUCH_ARTICLE;
	}

	public List<RecordViewError> errors() {
		return switch (this.outcome) {
			case COUNTED, ALREADY_COUNTED -> List.of();
			case NO_SUCH_ARTICLE -> List.of(RecordViewError.NOT_FOUND);
			case UNAVAILABLE -> List.of(RecordViewError.COUNTER_UNAVAILABLE);
		};
	}

}
