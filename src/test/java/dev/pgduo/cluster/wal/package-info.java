/** Tests of the write-ahead log's reader. */
@NullMarked
package dev.pgduo.cluster.wal;

import org.jspecify.annotations.NullMarked;
