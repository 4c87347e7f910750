package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import java.util.Optional;

/**
 * One line of pg_hba.conf, or several that backslashes join.
 *
 * @param number 1-based, of the first
 * @param raw character for character, with line ends
 * @param record the rule that it is; empty for a comment and for a line that the server cannot read
 * @param problem why the server cannot read it
 */
public record HbaLine(int number, String raw, Optional<HbaRecord> record, Optional<ErrorReport> problem) {
    /** Whether it is neither empty nor a comment. */
    public boolean isActive() {
        return record.isPresent() || problem.isPresent();
    }
}
