package dev.pgduo.shell.screen;

/**
 * The outputs that go to the terminal while there is a prompt.
 *
 * @param sink where finished text goes
 * @param asker who asks the person
 * @param whole who may have the whole terminal
 */
public record Outlets(RelaySink sink, Asker asker, WholeTerminal whole) {}
