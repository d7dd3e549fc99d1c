package id.warta.viewcount;

import java.util.List;

import org.jspecify.annotations.Nullable;

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

	/**
	 * What became of the view; null if it could not be counted.
	 */
	@Override
	public @Nullable ViewOutcome outcome() {
		return errors().isEmpty() ? this.outcome : null;
	}

	boolean ofAnArticle() {
		return this.outcome != ViewOutcome.NO_SUCH_ARTICLE;
	}

	public List<RecordViewError> errors() {
		return switch (this.outcome) {
			case COUNTED, ALREADY_COUNTED, WAITING, TOO_MANY_VISITORS, CRAWLER, FETCHED_AHEAD, STAFF -> List.of();
			case NO_SUCH_ARTICLE -> List.of(RecordViewError.NOT_FOUND);
			case UNAVAILABLE -> List.of(RecordViewError.COUNTER_UNAVAILABLE);
		};
	}

}
