package id.warta.article;

import id.warta.platform.ConflictException;

/**
 * An edit that started from a revision which is not the current one: somebody else was
 * faster.
 */
public final class StaleRevisionException extends ConflictException {

	private final int currentRevision;

	StaleRevisionException(int currentRevision) {
		super("STALE_REVISION", "The article has been edited meanwhile: its revision is " + currentRevision);
		this.currentRevision = currentRevision;
	}

	/**
	 * The revision to start from.
	 */
	public int currentRevision() {
		return this.currentRevision;
	}

}
