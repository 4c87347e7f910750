/** Divides labs on servers among several runs of verify, and checks that all runs have the same plan. */
@NullMarked
package dev.pgduo.replay.shard;

import org.jspecify.annotations.NullMarked;
