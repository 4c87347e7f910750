/** Plants mistakes in the labs' expected output, to see whether they are found. */
@NullMarked
package dev.pgduo.replay.mutation;

import org.jspecify.annotations.NullMarked;
