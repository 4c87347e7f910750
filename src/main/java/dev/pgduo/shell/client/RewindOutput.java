package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.rewind.RewindListener;

/** The messages of pg_rewind, all of them on standard error. */
final class RewindOutput implements RewindListener {
    private static final long SECOND = 1_000_000_000L;
    private static final long KILOBYTE = 1024;

    private final ClientOutput out;
    private final boolean progress;
    private final boolean debug;
    private boolean complete;
    private long last = System.nanoTime();

    RewindOutput(ClientOutput out, Getopt.Words words) {
        this.out = out;
        this.debug = words.has('d');
        this.progress = words.has('P');
    }

    @Override
    public void info(String line) {
        out.info(line);
    }

    @Override
    public void step(String line) {
        if (progress) {
            info(line);
        }
    }

    @Override
    public void said(String line) {
        out.note(line);
    }

    @Override
    public void printed(String line) {
        out.line(line);
    }

    @Override
    public void debug(String line) {
        if (debug) {
            info(line);
        }
    }

    @Override
    public boolean debugs() {
        return debug;
    }

    @Override
    public void copied(long bytes, long total) {
        long now = System.nanoTime();
        if (!progress || complete || (bytes < total && now - last < SECOND)) {
            return;
        }
        last = now;
        complete = bytes == total;
        String all = Long.toString(total / KILOBYTE);
        String done = Long.toString(bytes / KILOBYTE);
        out.note(" ".repeat(Math.max(0, all.length() - done.length())) + done + "/" + all + " kB ("
                + (total == 0 ? 0 : bytes * 100 / total) + "%) copied");
    }
}
