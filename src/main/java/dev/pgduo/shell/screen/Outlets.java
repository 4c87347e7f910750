package dev.pgduo.shell.screen;

/**
 * The objects that are connected with the terminal while a prompt is shown.
 *
 * @param sink the destination of finished text
 * @param asker asks the person
 * @param whole the terminal for commands that use all of it
 */
public record Outlets(RelaySink sink, Asker asker, WholeTerminal whole) {}
