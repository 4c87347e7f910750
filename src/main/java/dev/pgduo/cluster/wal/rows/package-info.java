/** What a stretch of the write-ahead log has done to the rows of tables, transaction by transaction. */
@NullMarked
package dev.pgduo.cluster.wal.rows;

import org.jspecify.annotations.NullMarked;
