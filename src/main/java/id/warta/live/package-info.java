/**
 * Subscriptions on their way to subscribers: those that ask for the same share one
 * execution and one encoding of each event, whatever transport brings it to them.
 */
@NullMarked
package id.warta.live;

import org.jspecify.annotations.NullMarked;
