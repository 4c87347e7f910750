package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;

/** Ends the parsing of one line of pg_hba.conf; not thrown outside of the parser. */
final class HbaRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ErrorReport report;

    HbaRefused(String message) {
        this(ErrorReport.error(message));
    }

    HbaRefused(ErrorReport report) {
        super(report.message());
        this.report = report;
    }

    ErrorReport report() {
        return report;
    }
}
