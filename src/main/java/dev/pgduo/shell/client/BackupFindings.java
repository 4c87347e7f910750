package dev.pgduo.shell.client;

/** What is wrong with a base backup. */
final class BackupFindings {
    private final ClientOutput out;
    private final boolean first;
    private boolean any;

    /** @param first whether one is enough */
    BackupFindings(ClientOutput out, boolean first) {
        this.out = out;
        this.first = first;
    }

    /** Nothing more is looked for. */
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
