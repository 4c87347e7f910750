/**
 * Parses and runs commands: words, options, binding to {@code @Command} methods, help, exit codes; uses Spring Shell's
 * registry.
 */
@NullMarked
package dev.pgduo.shell.command;

import org.jspecify.annotations.NullMarked;
