/** The only room that runs operating-system commands and signals processes; threads that must have ended before something goes on. */
@NullMarked
package dev.pgduo.cluster.process;

import org.jspecify.annotations.NullMarked;
