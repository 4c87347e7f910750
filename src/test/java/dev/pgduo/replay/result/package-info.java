@NullMarked
package dev.pgduo.replay.result;

import org.jspecify.annotations.NullMarked;
