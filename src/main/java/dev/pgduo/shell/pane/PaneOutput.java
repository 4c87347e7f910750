package dev.pgduo.shell.pane;

import dev.pgduo.session.host.SessionOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what one statement prints, line by line as it comes; after {@link #detach()} it keeps the lines instead, until the
 * statement has come back. Safe for use by several threads.
 */
final class PaneOutput implements SessionOutput {
    private final PrintWriter out;
    private final boolean recorded;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<String> kept = new ArrayList<>();
    private boolean detached;

    /**
     * Output to this writer.
     *
     * @param recorded whether lines that were shown are kept too
     */
    PaneOutput(PrintWriter out, boolean recorded) {
        this.out = out;
        this.recorded = recorded;
    }

    @Override
    public synchronized void out(byte[] utf8, int offset, int length) {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (utf8[i] == '\n') {
                line.write(utf8, from, i - from);
                endLine();
                from = i + 1;
            }
        }
        line.write(utf8, from, offset + length - from);
    }

    @Override
    public void err(String text) {
        out(text);
    }

    /** Shows no more; the answer is what was shown, if that is kept. */
    synchronized List<String> detach() {
        detached = true;
        List<String> shown = kept;
        kept = new ArrayList<>();
        return shown;
    }

    /** The end: an unfinished line is finished. The lines that were kept. */
    synchronized List<String> finish() {
        if (line.size() > 0) {
            endLine();
        }
        return List.copyOf(kept);
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (detached || recorded) {
            kept.add(text);
        }
        if (!detached) {
            out.println(text);
        }
    }
}
