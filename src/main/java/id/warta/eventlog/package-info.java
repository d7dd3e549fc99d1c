/**
 * The spine: the log of everything that others must hear of, its tail on each node, and
 * what is fed by it.
 */
@NullMarked
package id.warta.eventlog;

import org.jspecify.annotations.NullMarked;
