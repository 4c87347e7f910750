package dev.pgduo.shell.script;

import dev.pgduo.replay.drift.ServerNames;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** Reports which labs were skipped on which servers, and why. */
record SkipReport(List<String> labs, List<LabOutcome> outcomes) {
    private static final String VERSIONS = "DETAIL:  Its front matter says postgres: ";

    SkipReport {
        labs = List.copyOf(labs);
        outcomes = outcomes.stream()
                .filter(outcome -> outcome.standing() == CellStatus.SKIPPED)
                .toList();
    }

    /** One line for each lab that was skipped on some of the servers. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String lab : labs) {
            List<Cell> cells = outcomes.stream()
                    .map(LabOutcome::cell)
                    .filter(cell -> cell.lab().equals(lab))
                    .toList();
            if (!cells.isEmpty()) {
                String names = ServerNames.of(cells.stream().map(Cell::server).toList());
                String reason = reason(cells.get(0));
                lines.add(TerminalText.shown(lab) + ": skipped on PostgreSQL " + names + ": " + reason);
            }
        }
        return lines;
    }

    /** The reason: the versions in the front matter, or what is missing. */
    private String reason(Cell cell) {
        List<String> words = outcomes.stream()
                .filter(outcome -> outcome.cell().equals(cell))
                .flatMap(outcome -> outcome.details().stream())
                .toList();
        return words.stream()
                .filter(line -> line.startsWith(VERSIONS))
                .findFirst()
                .map(line -> "its" + line.substring(VERSIONS.indexOf(" front"), line.length() - 1))
                .orElseGet(() -> words.isEmpty() ? "" : words.get(0).replaceFirst(".*ERROR: +", ""));
    }
}
