@NullMarked
package dev.pgduo.replay.event;

import org.jspecify.annotations.NullMarked;
