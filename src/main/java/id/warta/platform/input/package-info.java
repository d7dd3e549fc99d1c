/**
 * What people give: checked, made fit to be stored, and as the columns of a row.
 */
@NamedInterface("input")
@NullMarked
package id.warta.platform.input;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
