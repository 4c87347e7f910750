/** Labs on servers, divided among several runs of verify: which run plays what, and how to tell that all played the same plan. */
@NullMarked
package dev.pgduo.replay.shard;

import org.jspecify.annotations.NullMarked;
