/**
 * Words that articles on one subject share.
 */
@NullMarked
package id.warta.tag;

import org.jspecify.annotations.NullMarked;
