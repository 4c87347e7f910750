package dev.pgduo.shell.command;

/**
 * The value of an option whose value may be omitted, as {@code --web} or {@code --web 8080}.
 *
 * @param value the number, or 0 when it is omitted
 */
public record LoneNumber(int value) {}
