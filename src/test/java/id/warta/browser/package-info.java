/**
 * What Warta serves to browsers, in a browser.
 */
@NullMarked
package id.warta.browser;

import org.jspecify.annotations.NullMarked;
