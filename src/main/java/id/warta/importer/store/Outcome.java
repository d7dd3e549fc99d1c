package id.warta.importer.store;

/**
 * What became of a row.
 */
public enum Outcome {

	/** It was not here. */
	NEW,

	/** It changed at the source, and was written again. */
	UPDATED,

	/** Nothing changed at the source. */
	UNCHANGED,

	/** It changed at the source, but was edited or deleted here since: left alone. */
	KEPT

}
