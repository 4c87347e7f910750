/** The majors of PostgreSQL: versions, sets of them, what each can do, and what was renamed. */
@NullMarked
package dev.pgduo.version;

import org.jspecify.annotations.NullMarked;
