@NullMarked
package dev.pgduo.replay.review;

import org.jspecify.annotations.NullMarked;
