/**
 * Warta, a reactive GraphQL backend for a news site: one package a feature.
 */
@NullMarked
package id.warta;

import org.jspecify.annotations.NullMarked;
