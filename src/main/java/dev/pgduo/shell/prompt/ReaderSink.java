package dev.pgduo.shell.prompt;

import dev.pgduo.shell.screen.Sink;
import java.io.PrintWriter;
import org.jline.reader.LineReader;

/** Prints on the terminal; above the line that is being typed, when one is. */
final class ReaderSink implements Sink {
    private final LineReader reader;

    ReaderSink(LineReader reader) {
        this.reader = reader;
    }

    @Override
    public void print(String lines) {
        if (reader.isReading()) {
            reader.printAbove(lines);
        } else {
            PrintWriter out = reader.getTerminal().writer();
            out.print(lines);
            out.flush();
        }
    }
}
