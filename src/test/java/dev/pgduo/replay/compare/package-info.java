@NullMarked
package dev.pgduo.replay.compare;

import org.jspecify.annotations.NullMarked;
