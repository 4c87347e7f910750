package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayResult;
import dev.pgduo.replay.drift.Audit;
import dev.pgduo.replay.result.LabOutcome;
import java.io.PrintWriter;
import java.util.List;

/** The report of {@code verify --audit}. */
final class AuditReport {
    private AuditReport() {}

    /** Prints the branches and patterns that no run has used, lab by lab. */
    static void print(List<String> labs, List<LabOutcome> outcomes, PrintWriter out) {
        for (String lab : labs) {
            List<PlayResult> plays = plays(outcomes.stream()
                    .filter(outcome -> outcome.cell().lab().equals(lab))
                    .toList());
            if (!plays.isEmpty()) {
                new Audit(plays).lines().forEach(out::println);
            }
        }
        Audit.neverGranted(plays(outcomes))
                .forEach(reason -> out.println("known difference was not used by any run: " + reason));
        out.flush();
    }

    private static List<PlayResult> plays(List<LabOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.play().stream()).toList();
    }
}
