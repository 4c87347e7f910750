package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;

/**
 * The last checkpoint that source and target have in common.
 *
 * @param record the position of its WAL record
 * @param redo where recovery from it begins
 * @param timeline the timeline it is on
 */
record CommonCheckpoint(Lsn record, Lsn redo, long timeline) {}
