/**
 * What every feature shares: node ids, cursors, connections, inputs, terms, errors,
 * limits, commands.
 */
@NullMarked
package id.warta.platform;

import org.jspecify.annotations.NullMarked;
