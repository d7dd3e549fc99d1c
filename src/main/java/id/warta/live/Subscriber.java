package id.warta.live;

/**
 * One who listens to a {@link SharedStream}. To be used on its outlet's executor alone.
 */
public interface Subscriber {

	/**
	 * Goes on after the outlet took nothing for a while.
	 */
	void resume();

	/**
	 * Leaves: nothing more is told.
	 */
	void leave();

}
