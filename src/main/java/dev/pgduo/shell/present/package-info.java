/**
 * A lab file presented to a class: typed step by step, with a way back, the live prompt in between, and the presenter's notes.
 */
@NullMarked
package dev.pgduo.shell.present;

import org.jspecify.annotations.NullMarked;
