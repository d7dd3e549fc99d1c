/**
 * What is at an address of the site, and where editors send those who find nothing there.
 */
@NullMarked
package id.warta.route;

import org.jspecify.annotations.NullMarked;
