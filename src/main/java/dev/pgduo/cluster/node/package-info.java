/** One node's life: start, stop, crash, promote, follow. */
@NullMarked
package dev.pgduo.cluster.node;

import org.jspecify.annotations.NullMarked;
