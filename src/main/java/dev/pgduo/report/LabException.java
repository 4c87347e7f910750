package dev.pgduo.report;

import java.util.List;

/** Stops the command that is running; carries what the person is told. */
public class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;
    private final transient List<String> said;

    public LabException(ErrorReport report) {
        this(report, List.of());
    }

    /**
     * A program that failed.
     *
     * @param said the lines that it printed, as a person at its terminal sees them
     */
    public LabException(ErrorReport report, List<String> said) {
        super(report.message());
        this.report = report;
        this.said = List.copyOf(said);
    }

    public LabException(ErrorReport report, Throwable cause) {
        super(report.message(), cause);
        this.report = report;
        this.said = List.of();
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

    /** What the program printed whose failure this is; empty for any other error. */
    public List<String> said() {
        return said;
    }
}
