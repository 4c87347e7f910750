package dev.pgduo.shell.prompt;

/** Hears of each command of the lab that has succeeded. */
public interface AfterCommand {
    /** A listener that does nothing. */
    AfterCommand NONE = line -> {};

    /** The command has succeeded, and its output is shown. */
    void succeeded(String line);
}
