/** Describes WAL records as pg_waldump does: lines, block references, statistics. */
@NullMarked
package dev.pgduo.cluster.wal.describe;

import org.jspecify.annotations.NullMarked;
