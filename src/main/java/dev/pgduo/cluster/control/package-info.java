/** pg_control, read by pgduo itself, and what makes a directory a database cluster. */
@NullMarked
package dev.pgduo.cluster.control;

import org.jspecify.annotations.NullMarked;
