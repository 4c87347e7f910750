/**
 * Information about a running server without a connection: its files, processes and log, and whether it accepts connections.
 */
@NullMarked
package dev.pgduo.cluster.server;

import org.jspecify.annotations.NullMarked;
