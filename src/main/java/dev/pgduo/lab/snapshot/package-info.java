/** Copies of a lab that a class can go back to, and how to tell whether it is still there. */
@NullMarked
package dev.pgduo.lab.snapshot;

import org.jspecify.annotations.NullMarked;
