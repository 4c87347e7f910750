/** Faults of the network between the nodes: replication goes through the lab's link, which disturbs it. */
@NullMarked
package dev.pgduo.lab.fault.network;

import org.jspecify.annotations.NullMarked;
