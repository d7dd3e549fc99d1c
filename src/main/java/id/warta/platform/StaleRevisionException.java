package id.warta.platform;

/**
 * An edit that started from a revision which is not the current one: somebody else was
 * faster.
 */
public final class StaleRevisionException extends ConflictException {

	private final int currentRevision;

	/**
	 * Creates one.
	 * @param currentRevision the revision to start from
	 */
	public StaleRevisionException(int currentRevision) {
		super("CONFLICT", "This was edited meanwhile: its revision is " + currentRevision);
		this.currentRevision = currentRevision;
	}

	/**
	 * The revision to start from.
	 */
	public int currentRevision() {
		return this.currentRevision;
	}

}
