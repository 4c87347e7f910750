package dev.pgduo.shell.command;

import dev.pgduo.report.ErrorReport;

/** The command line cannot be understood; nothing was run. Exit code {@link ExitCode#USAGE}. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;

    public UsageException(ErrorReport report) {
        super(report.message());
        this.report = report;
    }

    /** What the person is told. */
    public ErrorReport report() {
        return report;
    }
}
