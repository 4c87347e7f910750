/** Reads pg_control, and checks whether a directory is a database cluster. */
@NullMarked
package dev.pgduo.cluster.control;

import org.jspecify.annotations.NullMarked;
