package dev.pgduo.transcript.model;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.List;

/** A lab file, or everything that is wrong with the file; sealed. */
public sealed interface ParseResult {
    /**
     * The lab file.
     *
     * @throws LabException the first report, with the others as its DETAIL
     */
    Transcript orThrow();

    /** What is wrong, in file order; empty when nothing is. */
    List<ErrorReport> reports();

    /** The file was read. */
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

    /** The file was not read; at least one report. */
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
