/**
 * What clients see of whatever went wrong: a code, a sentence and, where that is all they
 * may see, an id that the log knows too.
 */
@NamedInterface("failure")
@NullMarked
package id.warta.platform.failure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
