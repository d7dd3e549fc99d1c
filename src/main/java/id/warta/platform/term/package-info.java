/**
 * What is done alike to categories, tags and authors: their slugs, mergers and uses.
 */
@NamedInterface("term")
@NullMarked
package id.warta.platform.term;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
