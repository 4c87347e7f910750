package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.TextSink;

/** Prints on the terminal, above the line that is being typed if there is one. */
final class ReaderSink implements TextSink {
    private final ShellReader reader;

    ReaderSink(ShellReader reader) {
        this.reader = reader;
    }

    @Override
    public void print(String lines) {
        reader.printLines(lines);
    }
}
