/**
 * The log: SLF4J's records go to the JDK's logging and from there to a file. It is not initialized until something is logged.
 */
@NullMarked
package dev.pgduo.shell.logging;

import org.jspecify.annotations.NullMarked;
