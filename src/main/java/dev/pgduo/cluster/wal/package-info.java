/** Reads the write-ahead log (WAL) in a data directory: its files, timelines and records. */
@NullMarked
package dev.pgduo.cluster.wal;

import org.jspecify.annotations.NullMarked;
