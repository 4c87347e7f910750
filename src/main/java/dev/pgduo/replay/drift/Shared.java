package dev.pgduo.replay.drift;

import dev.pgduo.replay.compare.Matcher;
import dev.pgduo.replay.compare.Rules;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.Finding;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.transcript.model.ExpectedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One difference and all the servers that have it.
 *
 * @param lab the lab's name
 * @param finding the first server's finding
 * @param servers the servers in the order of the matrix
 */
public record Shared(String lab, Finding finding, List<String> servers) {
    public Shared {
        servers = List.copyOf(servers);
    }

    /** The differences in these results, with equal ones joined; by lab in the given order, then by line. */
    public static List<Shared> of(List<LabOutcome> outcomes) {
        List<Shared> all = new ArrayList<>();
        List<String> labs = outcomes.stream()
                .map(outcome -> outcome.cell().lab())
                .distinct()
                .toList();
        for (String lab : labs) {
            List<Shared> ofLab = new ArrayList<>();
            outcomes.stream()
                    .filter(outcome -> outcome.cell().lab().equals(lab))
                    .forEach(outcome -> outcome.findings().forEach(finding -> add(ofLab, outcome.cell(), finding)));
            ofLab.sort(Comparator.comparingInt(shared -> shared.finding().line()));
            all.addAll(ofLab);
        }
        return all;
    }

    private static void add(List<Shared> known, Cell cell, Finding finding) {
        for (int i = 0; i < known.size(); i++) {
            Shared shared = known.get(i);
            if (equal(shared.finding, finding)) {
                List<String> more = new ArrayList<>(shared.servers);
                more.add(cell.server());
                known.set(
                        i,
                        new Shared(
                                shared.lab,
                                shared.finding,
                                more.stream().distinct().toList()));
                return;
            }
        }
        known.add(new Shared(cell.lab(), finding, List.of(cell.server())));
    }

    /** Whether two findings are equal; texts are compared as outputs are, because process ids and the like always differ. */
    private static boolean equal(Finding one, Finding other) {
        return one.line() == other.line()
                && one.standing() == other.standing()
                && one.kind().equals(other.kind())
                && (one.words().equals(other.words()) || accepted(one.compared(), other.compared()));
    }

    private static boolean accepted(List<String> one, List<String> other) {
        List<ExpectedLine> expected = new ArrayList<>();
        one.forEach(line -> expected.add(new ExpectedLine.Exact(1, line)));
        return Matcher.compare(expected, other, Rules.standard()).accepted();
    }
}
