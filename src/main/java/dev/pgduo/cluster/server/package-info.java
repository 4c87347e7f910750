/** A running server seen from outside: its files, its processes, its log, whether it takes connections. */
@NullMarked
package dev.pgduo.cluster.server;

import org.jspecify.annotations.NullMarked;
