/** The commands that work on lab files: play, verify, record. */
@NullMarked
package dev.pgduo.shell.script;

import org.jspecify.annotations.NullMarked;
