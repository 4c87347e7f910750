/** Server versions, and everything in a node that differs from one PostgreSQL major to the next. */
@NullMarked
package dev.pgduo.cluster.version;

import org.jspecify.annotations.NullMarked;
