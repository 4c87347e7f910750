/**
 * Runs operating-system commands and sends signals; the only package that does. Also threads and shutdown hooks whose end has
 * to be waited for.
 */
@NullMarked
package dev.pgduo.cluster.process;

import org.jspecify.annotations.NullMarked;
