package dev.pgduo.shell.command;

import org.springframework.shell.core.command.ParsedInput;

/**
 * A typed line: the command that was found for it, and its words.
 *
 * @param input the words of its options and arguments, those that were left out filled in
 */
record ParsedLine(MethodCommand command, ParsedInput input) {}
