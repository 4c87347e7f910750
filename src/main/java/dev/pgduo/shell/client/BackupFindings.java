package dev.pgduo.shell.client;

/** Reports the problems of a base backup. */
final class BackupFindings {
    private final ClientOutput out;
    private final boolean first;
    private boolean any;

    /** @param first whether to stop at the first problem */
    BackupFindings(ClientOutput out, boolean first) {
        this.out = out;
        this.first = first;
    }

    /** Thrown after the first problem when no others are wanted. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    void add(String text) {
        out.error(text);
        any = true;
        if (first) {
            throw new Enough();
        }
    }

    boolean any() {
        return any;
    }

    ClientOutput out() {
        return out;
    }
}
