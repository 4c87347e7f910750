package dev.pgduo.shell.script;

import dev.pgduo.replay.drift.Cell;
import dev.pgduo.replay.drift.ServerNames;
import dev.pgduo.replay.drift.Shared;
import dev.pgduo.replay.drift.Standing;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@code verify} says of several servers: a table labs by servers, then each difference once. */
record DriftReport(List<String> labs, List<String> servers, List<CellReport> reports) {
    private static final int WIDE = 100;

    DriftReport {
        labs = List.copyOf(labs);
        servers = List.copyOf(servers);
        reports = List.copyOf(reports);
    }

    void print(PrintWriter out, Duration elapsed) {
        table(out);
        skipped().forEach(out::println);
        List<Shared> differences =
                Shared.of(reports.stream().map(CellReport::cell).toList());
        Stream.of(Standing.ADAPTED, Standing.DRIFT, Standing.FAIL)
                .forEach(standing -> differences.stream()
                        .filter(shared -> shared.finding().standing() == standing)
                        .forEach(shared -> print(shared, out)));
        out.println(summary(elapsed));
        out.flush();
    }

    /** The servers across, when that fits on a screen; else the labs, of which there are often fewer. */
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

    /** The files' own names, when no two are equal. */
    private List<String> names() {
        List<String> names = labs.stream()
                .map(lab -> String.valueOf(Path.of(lab).getFileName()))
                .toList();
        return names.stream().distinct().count() == names.size() ? names : labs;
    }

    private String cell(String lab, String server) {
        return reports.stream()
                .map(CellReport::cell)
                .filter(cell -> cell.lab().equals(lab) && cell.server().equals(server))
                .findFirst()
                .map(DriftReport::words)
                .orElse("");
    }

    private static String words(Cell cell) {
        return cell.elapsed().isZero()
                ? cell.standing().toString()
                : String.format(Locale.ROOT, "%s %.1f s", cell.standing(), cell.seconds());
    }

    /** One line for each lab that is not for some of the servers. */
    private List<String> skipped() {
        List<String> lines = new ArrayList<>();
        for (String lab : labs) {
            List<CellReport> cells = reports.stream()
                    .filter(report ->
                            report.cell().lab().equals(lab) && report.cell().standing() == Standing.SKIPPED)
                    .toList();
            if (!cells.isEmpty()) {
                String names = ServerNames.of(
                        cells.stream().map(report -> report.cell().server()).toList());
                lines.add(lab + ": skipped on PostgreSQL " + names + ": its front matter says postgres: \""
                        + cells.get(0)
                                .plan()
                                .lab()
                                .others(cells.get(0).plan().target().release())
                                .orElseThrow()
                        + "\"");
            }
        }
        return lines;
    }

    private static void print(Shared shared, PrintWriter out) {
        String where = shared.lab() + ":" + shared.finding().line() + ": "
                + shared.finding().label() + ": PostgreSQL " + ServerNames.of(shared.servers());
        if (shared.finding().standing() == Standing.ADAPTED) {
            out.println(where + ": " + shared.finding().words().get(0));
            return;
        }
        out.println(where);
        shared.finding().words().forEach(line -> out.println("  " + line));
    }

    private String summary(Duration elapsed) {
        List<String> counts = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            long count = reports.stream()
                    .filter(report -> report.cell().standing() == standing)
                    .count();
            if (count > 0) {
                counts.add(count + " " + standing);
            }
        }
        return String.format(
                Locale.ROOT,
                "%d labs on %d servers: %s; %.2f s",
                labs.size(),
                servers.size(),
                String.join(", ", counts),
                elapsed.toNanos() / 1e9);
    }
}
