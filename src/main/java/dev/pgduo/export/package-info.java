/** What was played, or stands in a lab's file, in the formats of others: documents, recordings of a terminal. */
@NullMarked
package dev.pgduo.export;

import org.jspecify.annotations.NullMarked;
