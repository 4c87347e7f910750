/** Base backups taken over the replication protocol, without any client program. */
@NullMarked
package dev.pgduo.cluster.backup;

import org.jspecify.annotations.NullMarked;
