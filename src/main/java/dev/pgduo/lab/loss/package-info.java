/**
 * The cost of a failover: the transactions that were committed on the old primary and are missing on the new one, and the time
 * during which clients could not commit.
 */
@NullMarked
package dev.pgduo.lab.loss;

import org.jspecify.annotations.NullMarked;
