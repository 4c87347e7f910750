/** What editors make of a lab, held against what the reader makes of it. */
@NullMarked
package dev.pgduo.editors;

import org.jspecify.annotations.NullMarked;
