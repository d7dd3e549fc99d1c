package id.warta.site;

/**
 * How long a text of a date is.
 */
enum DateStyle {

	FULL("yMMMMEEEEd"), LONG("yMMMMd"), MEDIUM("yMMMd"), FULL_TIME("yMMMMEEEEdHmz"), RELATIVE("yMMMMd");

	private final String skeleton;

	DateStyle(String skeleton) {
		this.skeleton = skeleton;
	}

	/**
	 * Which fields it shows, as UTS 35 names them.
	 */
	String skeleton() {
		return this.skeleton;
	}

}
