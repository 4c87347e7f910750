package dev.pgduo.shell.command;

/**
 * The value of an option that may stand alone, as {@code --web} or {@code --web 8080}.
 *
 * @param value the number, 0 where the option stands alone
 */
public record LoneNumber(int value) {}
