package dev.pgduo.shell.pane;

import dev.pgduo.report.TerminalText;
import dev.pgduo.session.host.SessionOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows the output of one statement line by line; after {@link #detach} it keeps the lines instead, until the statement has
 * ended. Safe for use by several threads.
 */
final class PaneOutput implements SessionOutput {
    private final PrintWriter out;
    private final boolean recorded;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<String> kept = new ArrayList<>();
    private @Nullable Consumer<List<String>> later;

    /**
     * Output to this writer.
     *
     * @param recorded whether lines that were shown are kept, too
     */
    PaneOutput(PrintWriter out, boolean recorded) {
        this.out = out;
        this.recorded = recorded;
    }

    @Override
    public synchronized void out(byte[] utf8, int offset, int length) {
        lines(utf8, offset, length, true);
    }

    @Override
    public synchronized void aside(byte[] utf8, int offset, int length) {
        if (recorded) {
            lines(utf8, offset, length, false);
        }
    }

    private void lines(byte[] utf8, int offset, int length, boolean shown) {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (utf8[i] == '\n') {
                line.write(utf8, from, i - from);
                endLine(shown);
                from = i + 1;
            }
        }
        line.write(utf8, from, offset + length - from);
    }

    @Override
    public void err(String text) {
        out(text);
    }

    /**
     * Stops showing lines; returns those that were shown, if they were kept.
     *
     * @param rounds receives complete parts of the output before the statement's end, such as one round of {@code \watch}
     */
    synchronized List<String> detach(Consumer<List<String>> rounds) {
        later = rounds;
        List<String> shown = kept;
        kept = new ArrayList<>();
        return shown;
    }

    @Override
    public synchronized void pause() {
        if (later != null && !kept.isEmpty()) {
            later.accept(List.copyOf(kept));
            kept.clear();
        }
    }

    /** Completes an unfinished last line; returns the lines that were kept. */
    synchronized List<String> finish() {
        if (line.size() > 0) {
            endLine(true);
        }
        return List.copyOf(kept);
    }

    private void endLine(boolean shown) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (later != null || recorded) {
            kept.add(text);
        }
        if (later == null && shown) {
            out.println(TerminalText.controlsShown(text));
        }
    }
}
