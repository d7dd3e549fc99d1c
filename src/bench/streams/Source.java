/**
 * Where flashes come from.
 */
interface Source {

	/**
	 * Sends a flash to all subscribers.
	 * @param number its number, which subscribers find in place of the revision
	 */
	Moment fire(int number) throws Exception;

	/**
	 * When a flash was fired, in nanoseconds.
	 *
	 * @param begun before it could reach anybody
	 * @param ended when it was sure that it would
	 */
	record Moment(long begun, long ended) {

	}

}
