/** The faults in which processes stay, and do nothing. */
@NullMarked
package dev.pgduo.lab.fault.freeze;

import org.jspecify.annotations.NullMarked;
