@NullMarked
package dev.pgduo.cluster.wal.rows;

import org.jspecify.annotations.NullMarked;
