package dev.pgduo.shell.command;

/** The exit codes of the process and of commands. */
public final class ExitCode {
    public static final int OK = 0;

    /** The command failed, or a verification found a difference. */
    public static final int FAILED = 1;

    /** The command line is invalid; nothing was run. */
    public static final int USAGE = 2;

    /** A script was ended by a command that failed, as with psql's ON_ERROR_STOP. */
    public static final int SCRIPT_STOPPED = 3;

    /** Ended by Ctrl-C: 128 + SIGINT. */
    public static final int INTERRUPTED = 130;

    /** Ended by kill: 128 + SIGTERM. */
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
