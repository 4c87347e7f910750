/** The commands that work on transcripts: play, verify, record. */
@NullMarked
package dev.pgduo.shell.script;

import org.jspecify.annotations.NullMarked;
