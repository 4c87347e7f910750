/** Values that describe nodes: names, ports, WAL positions, states, time limits. */
@NullMarked
package dev.pgduo.cluster.quantity;

import org.jspecify.annotations.NullMarked;
