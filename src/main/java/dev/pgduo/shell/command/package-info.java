/** The command engine: words, parser, binding to {@code @Command} methods, help, exit codes; Spring Shell's registry is its heart. */
@NullMarked
package dev.pgduo.shell.command;

import org.jspecify.annotations.NullMarked;
