/** The front door: commands, prompt, completion; only wiring and words. */
@NullMarked
package dev.pgduo.shell;

import org.jspecify.annotations.NullMarked;
