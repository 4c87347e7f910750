/** The faults that are deaths: of a whole node, or of one process of it. */
@NullMarked
package dev.pgduo.lab.fault.death;

import org.jspecify.annotations.NullMarked;
