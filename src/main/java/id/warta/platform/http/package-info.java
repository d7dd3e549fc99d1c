/**
 * HTTP's side of the edge: answers to bad requests, proxies that are believed.
 */
@NullMarked
package id.warta.platform.http;

import org.jspecify.annotations.NullMarked;
