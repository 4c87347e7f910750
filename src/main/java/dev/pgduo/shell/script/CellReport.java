package dev.pgduo.shell.script;

import dev.pgduo.export.junit.TestSuite;
import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.drift.Cell;
import java.util.List;
import java.util.Optional;

/**
 * What became of one cell.
 *
 * @param details what differs and why, for a person
 * @param summary one line with the figures
 * @param result the steps; empty when it was not played, or nothing more is done with them
 */
record CellReport(
        CellPlan plan, Cell cell, TestSuite suite, List<String> details, String summary, Optional<PlayResult> result) {
    CellReport {
        details = List.copyOf(details);
    }

    /** Without the steps, which take the most room. */
    CellReport withoutResult() {
        return new CellReport(plan, cell, suite, details, summary, Optional.empty());
    }
}
