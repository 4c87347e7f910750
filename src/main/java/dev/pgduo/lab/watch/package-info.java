/** What the two nodes are doing, watched from the background by one small connection to each. */
@NullMarked
package dev.pgduo.lab.watch;

import org.jspecify.annotations.NullMarked;
