package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.VerifyResult;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The servers that a run of {@code verify} needs for its part, as far as they are available. */
final class ChosenServers {
    private final Division division;
    private final List<Target> targets = new ArrayList<>();
    private final IdentityHashMap<Target, String> words = new IdentityHashMap<>();
    private final List<VerifyResult.Unavailable> unavailable = new ArrayList<>();
    private final List<ErrorReport> reports = new ArrayList<>();

    private ChosenServers(Division division) {
        this.division = division;
    }

    /**
     * Chooses the servers; those that are not available are in {@link #unavailable()}.
     *
     * @param own the default server, when none is named
     */
    static ChosenServers of(ServerChoice servers, Division division, Optional<Target> own) {
        ChosenServers chosen = new ChosenServers(division);
        for (String word : division.servers()) {
            try {
                chosen.add(own.orElseGet(() -> target(servers, word)), word);
            } catch (LabException e) {
                chosen.reports.add(e.report());
                chosen.unavailable.add(new VerifyResult.Unavailable(
                        word, division.cells(word), e.report().lines()));
            }
        }
        return chosen;
    }

    /** Adds a server; when two words stand for the same server, the second one is named by its word. */
    private void add(Target target, String word) {
        boolean named = targets.stream().anyMatch(other -> other.name().equals(target.name()));
        Target own = named ? new Target(word, target.server()) : target;
        targets.add(own);
        words.put(own, word);
    }

    private static Target target(ServerChoice servers, String word) {
        return Target.named(word, servers.choose(Optional.of(word)));
    }

    List<Target> targets() {
        return List.copyOf(targets);
    }

    List<VerifyResult.Unavailable> unavailable() {
        return List.copyOf(unavailable);
    }

    /** The errors for servers that are not available. */
    List<ErrorReport> reports() {
        return List.copyOf(reports);
    }

    boolean plays(CellPlan plan) {
        return division.has(plan.lab().name(), word(plan.target()));
    }

    /** The results with the numbers of the plan. */
    List<VerifyResult.Run> numbered(List<LabOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> new VerifyResult.Run(
                        number(outcome.cell().lab(), outcome.cell().server()), outcome))
                .toList();
    }

    private int number(String lab, String server) {
        return targets.stream()
                .filter(target -> target.name().equals(server))
                .map(target -> division.number(lab, word(target)))
                .findFirst()
                .orElseThrow();
    }

    private String word(Target target) {
        return words.getOrDefault(target, target.name());
    }
}
