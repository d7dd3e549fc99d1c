package id.warta.search;

/**
 * A part of a query: what stands between spaces or quotation marks. If it holds several
 * words, as {@code covid-19} does, they have to stand next to each other.
 *
 * @param text the part, without signs around it
 * @param start where the text begins in the query
 * @param group which of the alternatives it belongs to
 * @param excluded whether hits must not have it
 * @param exact whether only the very word counts, and none with the same stem
 */
record SearchTerm(String text, int start, int group, boolean excluded, boolean exact) {

	int end() {
		return this.start + this.text.length();
	}

}
