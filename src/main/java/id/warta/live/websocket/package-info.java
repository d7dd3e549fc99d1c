/**
 * GraphQL over WebSockets, as the protocol graphql-transport-ws has it.
 */
@NullMarked
package id.warta.live.websocket;

import org.jspecify.annotations.NullMarked;
