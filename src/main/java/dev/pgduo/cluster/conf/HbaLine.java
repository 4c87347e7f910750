package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import java.util.Optional;

/**
 * One line of pg_hba.conf, or several that backslashes join.
 *
 * @param number the number of its first line, from 1
 * @param raw character for character, with line terminators
 * @param record the rule; empty for a comment and for a line that the server cannot read
 * @param problem the server's error
 */
public record HbaLine(int number, String raw, Optional<HbaRecord> record, Optional<ErrorReport> problem) {
    /** Whether it is neither empty nor a comment. */
    public boolean isActive() {
        return record.isPresent() || problem.isPresent();
    }
}
