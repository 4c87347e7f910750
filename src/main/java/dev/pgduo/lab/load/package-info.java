/** Load on the servers: scripts as pgbench reads them, and the clients that run them. */
@NullMarked
package dev.pgduo.lab.load;

import org.jspecify.annotations.NullMarked;
