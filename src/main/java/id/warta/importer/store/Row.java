package id.warta.importer.store;

import org.jspecify.annotations.Nullable;

/**
 * Something to import, complete: two equal rows of two runs mean that nothing changed at
 * the source.
 */
public interface Row {

	/**
	 * What it is known by at the source, unique among its kind there.
	 */
	String sourceId();

	/**
	 * The source's id of what it belongs to.
	 */
	default @Nullable String parent() {
		return null;
	}

	/**
	 * Its place there.
	 */
	default int position() {
		return 0;
	}

}
