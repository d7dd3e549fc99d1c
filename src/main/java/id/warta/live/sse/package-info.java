/**
 * GraphQL over server-sent events, for programs and for the browser's
 * {@code EventSource}.
 */
@NullMarked
package id.warta.live.sse;

import org.jspecify.annotations.NullMarked;
