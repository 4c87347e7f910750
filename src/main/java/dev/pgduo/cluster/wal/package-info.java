/** The write-ahead log in a data directory: its files, its timelines and its records. */
@NullMarked
package dev.pgduo.cluster.wal;

import org.jspecify.annotations.NullMarked;
