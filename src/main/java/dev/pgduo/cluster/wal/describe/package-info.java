/** What WAL records do, in pg_waldump's words: lines, details of pages, statistics. */
@NullMarked
package dev.pgduo.cluster.wal.describe;

import org.jspecify.annotations.NullMarked;
