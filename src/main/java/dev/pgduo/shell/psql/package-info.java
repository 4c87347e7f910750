/** pgduo as psql: its command line, its standard streams and its prompts; starts without Spring and the lab. */
@NullMarked
package dev.pgduo.shell.psql;

import org.jspecify.annotations.NullMarked;
