/** Finds out which rows of tables the committed transactions in a range of WAL have changed. */
@NullMarked
package dev.pgduo.cluster.wal.rows;

import org.jspecify.annotations.NullMarked;
