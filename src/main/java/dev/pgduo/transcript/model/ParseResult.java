package dev.pgduo.transcript.model;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.List;

/** The result of parsing a file: a lab file, or its errors; sealed. */
public sealed interface ParseResult {
    /**
     * The lab file.
     *
     * @throws LabException with the first error, and the others as its DETAIL
     */
    Transcript orThrow();

    /** The errors in file order; empty for a valid file. */
    List<ErrorReport> reports();

    /** The file is valid. */
    record Parsed(Transcript transcript) implements ParseResult {
        @Override
        public Transcript orThrow() {
            return transcript;
        }

        @Override
        public List<ErrorReport> reports() {
            return List.of();
        }
    }

    /** The file has errors, at least one. */
    record Rejected(List<ErrorReport> reports) implements ParseResult {
        public Rejected {
            reports = List.copyOf(reports);
        }

        @Override
        public Transcript orThrow() {
            throw new LabException(ErrorReport.together(reports));
        }
    }
}
