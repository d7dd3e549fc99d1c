/**
 * Something to measure.
 */
interface Workload {

	String name();

	/**
	 * Somebody who asks, one of several at once; each is used by one thread.
	 * @param number tells them apart
	 */
	Worker worker(int number) throws Exception;

	/**
	 * Asks again and again.
	 */
	interface Worker extends AutoCloseable {

		/**
		 * Asks once, and makes sure that the answer is right.
		 */
		void ask() throws Exception;

	}

}
