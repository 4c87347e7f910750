package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;

/**
 * The last checkpoint that source and target have in common.
 *
 * @param record where it is in the log
 * @param redo where recovery from it begins
 */
record CommonCheckpoint(Lsn record, Lsn redo, long timeline) {}
