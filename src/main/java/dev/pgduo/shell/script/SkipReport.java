package dev.pgduo.shell.script;

import dev.pgduo.replay.drift.ServerNames;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** Says which labs were skipped on which servers, and why; the same for one server and for many. */
record SkipReport(List<LabFile> labs, List<LabOutcome> outcomes) {
    SkipReport {
        labs = List.copyOf(labs);
        outcomes = outcomes.stream()
                .filter(outcome -> outcome.standing() == CellStatus.SKIPPED)
                .toList();
    }

    boolean none() {
        return outcomes.isEmpty();
    }

    /** One line for each lab that is not for some of the servers. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (LabFile lab : labs) {
            List<Cell> cells = outcomes.stream()
                    .map(LabOutcome::cell)
                    .filter(cell -> cell.lab().equals(lab.name()))
                    .toList();
            if (!cells.isEmpty()) {
                String names = ServerNames.of(cells.stream().map(Cell::server).toList());
                String reason = lab.others(cells.get(0).version())
                        .map(majors -> "its front matter says postgres: \"" + majors + "\"")
                        .orElseGet(() -> lacking(cells.get(0)));
                lines.add(TerminalText.shown(lab.name()) + ": skipped on PostgreSQL " + names + ": " + reason);
            }
        }
        return lines;
    }

    private String lacking(Cell cell) {
        return outcomes.stream()
                .filter(outcome -> outcome.cell().equals(cell))
                .flatMap(outcome -> outcome.details().stream())
                .findFirst()
                .map(line -> line.replaceFirst(".*ERROR: +", ""))
                .orElse("");
    }
}
