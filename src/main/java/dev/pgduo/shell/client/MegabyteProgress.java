package dev.pgduo.shell.client;

/** {@code 12/345 MB (3%) computed} on standard error, once a second and at the end. */
final class MegabyteProgress {
    private static final long MEGABYTE = 1 << 20;

    private final ClientOutput out;
    private final boolean wanted;
    private long second;
    private long bytes;
    private long total;

    MegabyteProgress(ClientOutput out, boolean wanted) {
        this.out = out;
        this.wanted = wanted;
    }

    void reached(long done, long all) {
        bytes = done;
        total = all;
        long now = System.currentTimeMillis() / 1000;
        if (wanted && now != second) {
            second = now;
            show();
        }
    }

    void end() {
        if (wanted) {
            show();
        }
    }

    private void show() {
        String all = Long.toString(total / MEGABYTE);
        String done = Long.toString(bytes / MEGABYTE);
        long percent = total == 0 ? 0 : bytes * 100 / total;
        out.note(" ".repeat(Math.max(0, all.length() - done.length())) + done + "/" + all + " MB (" + percent
                + "%) computed");
    }
}
