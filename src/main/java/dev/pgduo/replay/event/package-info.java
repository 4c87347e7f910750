/** The events of a play, for files and later use; docs/export.md describes the file's format. */
@NullMarked
package dev.pgduo.replay.event;

import org.jspecify.annotations.NullMarked;
