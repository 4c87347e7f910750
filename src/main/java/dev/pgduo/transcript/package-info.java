/** The lab file format: pure text in and out, lossless; knows nothing of servers. */
@NullMarked
package dev.pgduo.transcript;

import org.jspecify.annotations.NullMarked;
