/** The operations on one node: start, stop, crash, promote, follow, rewind. */
@NullMarked
package dev.pgduo.cluster.node;

import org.jspecify.annotations.NullMarked;
