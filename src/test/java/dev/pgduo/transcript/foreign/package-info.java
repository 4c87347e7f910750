@NullMarked
package dev.pgduo.transcript.foreign;

import org.jspecify.annotations.NullMarked;
