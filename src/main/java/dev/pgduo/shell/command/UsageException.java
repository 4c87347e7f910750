package dev.pgduo.shell.command;

import dev.pgduo.report.ErrorReport;

/** The command line is invalid; nothing was run. Exit code {@link ExitCode#USAGE}. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;

    public UsageException(ErrorReport report) {
        super(report.message());
        this.report = report;
    }

    /** The message for the person. */
    public ErrorReport report() {
        return report;
    }
}
