/** The results of labs on several servers, and the differences that servers have in common. */
@NullMarked
package dev.pgduo.replay.drift;

import org.jspecify.annotations.NullMarked;
