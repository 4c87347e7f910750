/** What people use: commands, prompts, completion. They call the other rooms and print. */
@NullMarked
package dev.pgduo.shell;

import org.jspecify.annotations.NullMarked;
