@NullMarked
package dev.pgduo.replay.shard;

import org.jspecify.annotations.NullMarked;
