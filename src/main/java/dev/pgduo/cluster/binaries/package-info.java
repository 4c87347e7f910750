/** The sources of a node's server programs. */
@NullMarked
package dev.pgduo.cluster.binaries;

import org.jspecify.annotations.NullMarked;
