/** What happens while a lab is played, told so that it can be kept and shown again; docs/export.md has the file's format. */
@NullMarked
package dev.pgduo.replay.event;

import org.jspecify.annotations.NullMarked;
