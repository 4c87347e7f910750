/** Rewinds a data directory whose history has diverged from another cluster's, as pg_rewind does. */
@NullMarked
package dev.pgduo.cluster.rewind;

import org.jspecify.annotations.NullMarked;
