/** Tests of base backups over the replication protocol. */
@NullMarked
package dev.pgduo.cluster.backup;

import org.jspecify.annotations.NullMarked;
