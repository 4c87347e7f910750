/** What a node is told and asked by: names, ports, places in the log, states, ends of waiting. */
@NullMarked
package dev.pgduo.cluster.quantity;

import org.jspecify.annotations.NullMarked;
