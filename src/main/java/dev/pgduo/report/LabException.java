package dev.pgduo.report;

/** Stops the command that is running; carries what the person is told. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;

    public LabException(ErrorReport report) {
        super(report.message());
        this.report = report;
    }

    public LabException(ErrorReport report, Throwable cause) {
        super(report.message(), cause);
        this.report = report;
    }

    /** An exception with nothing but a message. */
    public static LabException of(String message) {
        return new LabException(ErrorReport.error(message));
    }

    /** An exception with a message and a HINT. */
    public static LabException of(String message, String hint) {
        return new LabException(ErrorReport.error(message).hint(hint));
    }

    /** What the person is told. */
    public ErrorReport report() {
        return report;
    }
}
