package id.warta.importer;

import java.util.Map;

import id.warta.importer.store.MediaLibrary;

/**
 * The ids here of what a batch refers to, by the source's.
 */
record Known(Map<String, Long> authors, Map<String, Long> categories, Map<String, Long> tags, MediaLibrary media) {

}
