package dev.pgduo.lab.load;

/** A script cannot be read or run; the message is pgbench's. */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScriptError(String message) {
        super(message, null, false, false);
    }

    /** The words, never null. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
