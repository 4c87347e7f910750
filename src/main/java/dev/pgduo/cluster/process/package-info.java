/** The only room that runs operating-system commands and signals processes. */
@NullMarked
package dev.pgduo.cluster.process;

import org.jspecify.annotations.NullMarked;
