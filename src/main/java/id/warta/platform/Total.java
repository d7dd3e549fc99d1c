package id.warta.platform;

/**
 * How many items a list has.
 *
 * @param count the number, or the bound up to which was counted
 * @param exact whether there are no more
 */
public record Total(long count, boolean exact) {

	/**
	 * Up to where lists without a kept counter are counted.
	 */
	public static final int BOUND = 10_000;

	/**
	 * A total of a count that stopped one past the bound.
	 */
	public static Total bounded(long counted) {
		return new Total(Math.min(counted, BOUND), counted <= BOUND);
	}

}
