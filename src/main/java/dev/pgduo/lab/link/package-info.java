/** The link between the nodes: a proxy that replication goes through while something is wrong with it, as a process of the lab. */
@NullMarked
package dev.pgduo.lab.link;

import org.jspecify.annotations.NullMarked;
