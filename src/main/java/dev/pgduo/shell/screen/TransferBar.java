package dev.pgduo.shell.screen;

import dev.pgduo.cluster.binaries.TransferProgress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows the progress of a download: on a terminal in one line that is updated and removed at the end, otherwise by one line at
 * the beginning. Thread-safe.
 */
public final class TransferBar implements TransferProgress {
    private static final int CELLS = 24;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final double MEGABYTE = 1_000_000.0;

    private final PrintWriter out;
    private final boolean terminal;
    private String last = "";
    private boolean shown;
    private long drawn;

    /**
     * @param out the terminal, or the output for remarks
     * @param terminal whether it is a terminal
     */
    public TransferBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(String doing, long done, long total) {
        boolean begins = !doing.equals(last);
        last = doing;
        if (!terminal) {
            if (begins) {
                out.println(doing + String.format(Locale.ROOT, " (%.1f MB)", total / MEGABYTE));
                out.flush();
            }
        } else if (done >= total) {
            clear();
        } else if (begins || System.nanoTime() - drawn > PAUSE_NANOS) {
            draw(bar(doing, done, total));
        }
    }

    @Override
    public TransferProgress drawn() {
        return terminal ? this : NONE;
    }

    @Override
    public synchronized void ended() {
        clear();
        last = "";
    }

    static String bar(String doing, long done, long total) {
        int full = (int) (CELLS * done / total);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %%  %.1f of %.1f MB",
                doing,
                "#".repeat(full),
                " ".repeat(CELLS - full),
                100 * done / total,
                done / MEGABYTE,
                total / MEGABYTE);
    }

    private void draw(String text) {
        out.print("\r" + text + "\033[K");
        out.flush();
        shown = true;
        drawn = System.nanoTime();
    }

    private void clear() {
        if (shown) {
            out.print("\r\033[K");
            out.flush();
            shown = false;
        }
    }
}
