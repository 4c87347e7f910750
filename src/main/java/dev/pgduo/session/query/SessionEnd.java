package dev.pgduo.session.query;

/** Ends the program at once, because a script's connection was lost. */
public final class SessionEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public SessionEnd(int code) {
        super("end of the session", null, false, false);
        this.code = code;
    }

    /** psql's exit code. */
    public int code() {
        return code;
    }
}
