@NullMarked
package dev.pgduo.replay.drift;

import org.jspecify.annotations.NullMarked;
