/** What became of labs on several servers: one cell for each lab and server, and the differences that the servers have in common. */
@NullMarked
package dev.pgduo.replay.drift;

import org.jspecify.annotations.NullMarked;
