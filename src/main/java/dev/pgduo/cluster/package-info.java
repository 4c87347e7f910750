/** One node: its life cycle, roles, base backup, and what differs from one PostgreSQL major to the next. */
@NullMarked
package dev.pgduo.cluster;

import org.jspecify.annotations.NullMarked;
