/** Faults in which a node, or one of its processes, dies. */
@NullMarked
package dev.pgduo.lab.fault.death;

import org.jspecify.annotations.NullMarked;
