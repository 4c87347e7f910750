package dev.pgduo.report;

import java.io.IOException;

/** A shell command has failed; the message is PostgreSQL's ({@code wait_result_to_str}). */
public final class CommandFailed extends IOException {
    private static final long serialVersionUID = 1L;

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int SIGNALS = 128;

    private final int exitCode;

    /**
     * A failure with this exit code.
     *
     * @param exitCode as in a shell: 128 plus the signal's number for a command that a signal ended
     */
    public CommandFailed(int exitCode) {
        super(words(exitCode));
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    private static String words(int code) {
        return switch (code) {
            case NOT_EXECUTABLE -> "command not executable";
            case NOT_FOUND -> "command not found";
            default ->
                code > SIGNALS
                        ? "child process was terminated by signal " + (code - SIGNALS)
                        : "child process exited with exit code " + code;
        };
    }
}
