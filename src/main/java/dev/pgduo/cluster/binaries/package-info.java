/** Where a node's server programs come from. */
@NullMarked
package dev.pgduo.cluster.binaries;

import org.jspecify.annotations.NullMarked;
