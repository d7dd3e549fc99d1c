/**
 * What pages say of themselves to search engines and social networks.
 */
@NullMarked
package id.warta.seo;

import org.jspecify.annotations.NullMarked;
