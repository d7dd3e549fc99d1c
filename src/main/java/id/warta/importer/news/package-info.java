/**
 * Reads the corpus of Indonesian news: a table of articles as they were gathered from
 * newspapers' pages.
 */
@NullMarked
package id.warta.importer.news;

import org.jspecify.annotations.NullMarked;
