/** What a data directory's global/pg_control says, as pg_controldata prints it, for every major. */
@NullMarked
package dev.pgduo.cluster.control;

import org.jspecify.annotations.NullMarked;
