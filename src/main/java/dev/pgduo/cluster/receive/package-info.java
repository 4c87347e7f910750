/** Receives the WAL of a server into files outside of any cluster. */
@NullMarked
package dev.pgduo.cluster.receive;

import org.jspecify.annotations.NullMarked;
