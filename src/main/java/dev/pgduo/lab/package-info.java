/** The two nodes together: who is primary, the panes, the inferred waits, and the lab's state on disk. */
@NullMarked
package dev.pgduo.lab;

import org.jspecify.annotations.NullMarked;
