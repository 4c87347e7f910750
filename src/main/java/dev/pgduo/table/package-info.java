/** Prints result tables in psql's formats, with psql's display widths. */
@NullMarked
package dev.pgduo.table;

import org.jspecify.annotations.NullMarked;
