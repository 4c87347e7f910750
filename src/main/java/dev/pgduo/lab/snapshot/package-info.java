/** Copies of a lab to which it can be reset, and comparisons of its state. */
@NullMarked
package dev.pgduo.lab.snapshot;

import org.jspecify.annotations.NullMarked;
