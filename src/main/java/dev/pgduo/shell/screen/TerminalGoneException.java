package dev.pgduo.shell.screen;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The terminal cannot be read any more: its window was closed. */
public final class TerminalGoneException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    public TerminalGoneException(IOException cause) {
        super("could not read from the terminal", cause);
    }
}
