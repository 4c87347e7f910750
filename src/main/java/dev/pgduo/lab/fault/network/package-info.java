/** The faults of the network between the nodes: replication goes through the lab's link, with which something is wrong. */
@NullMarked
package dev.pgduo.lab.fault.network;

import org.jspecify.annotations.NullMarked;
