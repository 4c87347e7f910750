package dev.pgduo.shell.prompt;

/** Is told of each command of the lab that has succeeded. */
public interface AfterCommand {
    /** Nobody who is told. */
    AfterCommand NONE = line -> {};

    /** The command has succeeded, and its output is shown. */
    void succeeded(String line);
}
