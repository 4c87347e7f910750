/** Turns a data directory that has left another server's history back to where they parted, and on to what the other one has. */
@NullMarked
package dev.pgduo.cluster.rewind;

import org.jspecify.annotations.NullMarked;
