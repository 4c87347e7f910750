/** Stand-ins for client programs of PostgreSQL that are not installed: their options, output and exit codes. */
@NullMarked
package dev.pgduo.shell.client;

import org.jspecify.annotations.NullMarked;
