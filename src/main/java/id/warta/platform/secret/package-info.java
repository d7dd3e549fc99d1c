/**
 * Secrets: making them, and keeping those that all nodes share.
 */
@NamedInterface("secret")
@NullMarked
package id.warta.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
