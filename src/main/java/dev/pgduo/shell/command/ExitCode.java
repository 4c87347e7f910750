package dev.pgduo.shell.command;

/** What the process tells its caller, and what a command tells the loop that ran it. */
public final class ExitCode {
    public static final int OK = 0;

    /** The command ran and failed, or something that was verified did not match. */
    public static final int FAILED = 1;

    /** The command line is wrong; nothing was run. */
    public static final int USAGE = 2;

    /** A script was stopped by a command that failed, as psql's ON_ERROR_STOP does. */
    public static final int SCRIPT_STOPPED = 3;

    /** Ended by Ctrl-C: 128 + SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
