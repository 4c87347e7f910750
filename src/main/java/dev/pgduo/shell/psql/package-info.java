/** pgduo as psql: command line, standard streams and prompts, without Spring and the lab. */
@NullMarked
package dev.pgduo.shell.psql;

import org.jspecify.annotations.NullMarked;
