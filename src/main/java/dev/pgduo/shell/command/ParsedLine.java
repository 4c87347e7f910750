package dev.pgduo.shell.command;

import org.springframework.shell.core.command.ParsedInput;

/**
 * A parsed line: the command and the values for it.
 *
 * @param input the options and arguments, with defaults for omitted ones
 */
record ParsedLine(MethodCommand command, ParsedInput input) {}
