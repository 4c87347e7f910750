package dev.pgduo.shell.script;

import dev.pgduo.replay.drift.ServerNames;
import dev.pgduo.replay.drift.Shared;
import dev.pgduo.replay.result.CellStatus;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.report.TerminalText;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The report of {@code verify} for several servers: a table of labs and servers, then each difference once. */
record DriftReport(List<String> labs, List<String> servers, List<LabOutcome> outcomes) {
    private static final int WIDE = 100;

    DriftReport {
        labs = List.copyOf(labs);
        servers = List.copyOf(servers);
        outcomes = List.copyOf(outcomes);
    }

    void print(PrintWriter out, Duration elapsed) {
        table(out);
        new SkipReport(labs, outcomes).lines().forEach(out::println);
        outcomes.forEach(outcome -> outcome.noted().forEach(out::println));
        notCompared().forEach(out::println);
        List<Shared> differences = Shared.of(outcomes);
        Stream.of(CellStatus.ADAPTED, CellStatus.DRIFT, CellStatus.FAIL)
                .forEach(standing -> differences.stream()
                        .filter(shared -> shared.finding().standing() == standing)
                        .forEach(shared -> print(shared, out)));
        out.println(summary(elapsed));
        out.flush();
    }

    /**
     * Prints the table with servers as columns when that fits on a screen, otherwise with labs as columns, of which there are
     * often fewer.
     */
    private void table(PrintWriter out) {
        List<String> shown = names();
        int across = shown.stream().mapToInt(String::length).max().orElse(0) + servers.size() * 15;
        int down =
                shown.stream().mapToInt(lab -> Math.max(lab.length(), 12) + 3).sum();
        boolean turned = across > WIDE && down < across;
        List<String> heads = new ArrayList<>(turned ? shown : servers);
        heads.add(0, turned ? "PostgreSQL" : "lab");
        List<List<String>> rows = new ArrayList<>();
        for (String name : turned ? servers : labs) {
            List<String> row = new ArrayList<>(List.of(turned ? name : shown.get(labs.indexOf(name))));
            (turned ? labs : servers).forEach(other -> row.add(turned ? cell(other, name) : cell(name, other)));
            rows.add(row);
        }
        new TextTable(heads).print(rows, out);
        out.println();
    }

    /** The files' names without directories, when they are all different. */
    private List<String> names() {
        List<String> names = labs.stream()
                .map(lab -> String.valueOf(Path.of(lab).getFileName()))
                .toList();
        List<String> own = names.stream().distinct().count() == names.size() ? names : labs;
        return own.stream().map(TerminalText::shown).toList();
    }

    private String cell(String lab, String server) {
        return outcomes.stream()
                .filter(outcome -> outcome.cell().lab().equals(lab)
                        && outcome.cell().server().equals(server))
                .findFirst()
                .map(DriftReport::words)
                .orElse("");
    }

    private static String words(LabOutcome outcome) {
        return outcome.elapsed().isZero()
                ? outcome.standing().toString()
                : String.format(
                        Locale.ROOT,
                        "%s %.1f s",
                        outcome.standing(),
                        outcome.elapsed().toNanos() / 1e9);
    }

    /** One line for each lab with steps whose expected output is missing. */
    private List<String> notCompared() {
        List<String> lines = new ArrayList<>();
        for (String lab : labs) {
            outcomes.stream()
                    .filter(outcome -> outcome.cell().lab().equals(lab))
                    .max(Comparator.comparingLong(LabOutcome::notCompared))
                    .filter(outcome -> outcome.notCompared() > 0)
                    .ifPresent(most -> lines.add(TerminalText.shown(lab) + ":" + most.notComparedWords()));
        }
        return lines;
    }

    private static void print(Shared shared, PrintWriter out) {
        String where = TerminalText.shown(shared.lab()) + ":" + shared.finding().line() + ": "
                + shared.finding().label() + ": PostgreSQL " + ServerNames.of(shared.servers());
        if (shared.finding().standing() == CellStatus.ADAPTED) {
            out.println(where + ": " + shared.finding().words().get(0));
            return;
        }
        out.println(where);
        shared.finding().words().forEach(line -> out.println("  " + line));
    }

    /** The number of results of each kind. */
    String summary(Duration elapsed) {
        return String.format(
                Locale.ROOT,
                "%s on %s: %s; %.2f s",
                counted(labs.size(), "lab"),
                counted(servers.size(), "server"),
                CellStatus.counts(outcomes),
                elapsed.toNanos() / 1e9);
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
