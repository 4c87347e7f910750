/** Receives the write-ahead log of a server into files of its own, outside any cluster. */
@NullMarked
package dev.pgduo.cluster.receive;

import org.jspecify.annotations.NullMarked;
