package dev.pgduo.report;

import java.util.List;

/** Ends the running command, with an error for the person. */
public class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;
    private final transient List<String> said;

    public LabException(ErrorReport report) {
        this(report, List.of());
    }

    /**
     * The failure of a program.
     *
     * @param said the lines that it printed, as on a terminal
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

    /** An exception with only a message. */
    public static LabException of(String message) {
        return new LabException(ErrorReport.error(message));
    }

    /** An exception with a message and a HINT. */
    public static LabException of(String message, String hint) {
        return new LabException(ErrorReport.error(message).hint(hint));
    }

    /** The error for the person. */
    public ErrorReport report() {
        return report;
    }

    /** The lines that the failed program printed; empty for any other error. */
    public List<String> said() {
        return said;
    }
}
