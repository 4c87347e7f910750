/** The link between the nodes: a proxy for replication during network faults, as a process of the lab. */
@NullMarked
package dev.pgduo.lab.link;

import org.jspecify.annotations.NullMarked;
