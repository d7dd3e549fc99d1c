/**
 * Pages that are no articles: who we are, how to reach us.
 */
@NullMarked
package id.warta.page;

import org.jspecify.annotations.NullMarked;
