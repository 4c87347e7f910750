/** Faults that suspend processes. */
@NullMarked
package dev.pgduo.lab.fault.freeze;

import org.jspecify.annotations.NullMarked;
