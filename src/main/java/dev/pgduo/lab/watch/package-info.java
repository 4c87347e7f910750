/** The state of both nodes, watched in the background through one connection to each. */
@NullMarked
package dev.pgduo.lab.watch;

import org.jspecify.annotations.NullMarked;
