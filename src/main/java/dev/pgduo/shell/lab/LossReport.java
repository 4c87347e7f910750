package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.loss.Divergence;
import dev.pgduo.lab.loss.LoadLoss;
import dev.pgduo.lab.loss.Lost;
import dev.pgduo.lab.loss.SideWork;
import dev.pgduo.lab.loss.TableLoss;
import dev.pgduo.lab.loss.TableName;
import dev.pgduo.lab.pair.Amount;
import dev.pgduo.shell.screen.TextTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints lost transactions and rows, as lines and tables. */
record LossReport(Lab lab, Lost lost) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** Sorts tables by name, independently of the order of changes; system tables come last. */
    private static final Comparator<TableLoss> BY_NAME = Comparator.comparing(
                    (TableLoss loss) -> loss.name().kind() == TableName.Kind.CATALOG)
            .thenComparing(loss -> loss.name().words());

    List<String> lines() {
        Divergence divergence = lost.divergence();
        NodeName left = divergence.left();
        NodeName other = left.other();
        if (lost.nothing()) {
            List<String> lines = new ArrayList<>(
                    List.of("node " + other + " has all that node " + left + " has, up to " + divergence.point()));
            ledger(lines);
            return lines;
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                divergence.forked()
                        ? "the histories of the nodes diverge at " + divergence.point() + "; node " + left + " is left"
                        : "the histories have not diverged: node " + other + " lacks what node " + left + " has from "
                                + divergence.point() + " on");
        sides(lines);
        tables(lines);
        remarks(lines);
        ledger(lines);
        return lines;
    }

    private void sides(List<String> lines) {
        List<List<@Nullable String>> rows = new ArrayList<>(List.of(side(lost.own())));
        if (lost.divergence().forked()) {
            rows.add(side(lost.other()));
        }
        lines.addAll(new TextTable(List.of("node", "wal", "commits", "first_commit", "last_commit")).lines(rows));
    }

    private static List<@Nullable String> side(SideWork side) {
        return Arrays.asList(
                side.node().toString(),
                side.readable() ? Amount.bytes(side.bytes()) : null,
                side.readable() ? Integer.toString(side.commits()) : null,
                time(side.work().first()),
                time(side.work().last()));
    }

    private static @Nullable String time(Optional<Instant> time) {
        return time.map(TIME::format).orElse(null);
    }

    private void tables(List<String> lines) {
        if (lost.tables().isEmpty()) {
            return;
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (TableLoss table : lost.tables().stream().sorted(BY_NAME).toList()) {
            rows.add(Arrays.asList(
                    table.name().words(),
                    Long.toString(table.inserted()),
                    Long.toString(table.updated()),
                    Long.toString(table.deleted()),
                    Long.toString(table.both())));
        }
        lines.addAll(new TextTable(List.of("table", "inserted", "updated", "deleted", "changed_on_both")).lines(rows));
    }

    private void remarks(List<String> lines) {
        NodeName left = lost.divergence().left();
        int idle = lost.own().commits() - lost.own().work().commitsWithRows();
        if (idle > 0) {
            lines.add(idle + (idle == 1 ? " commit" : " commits") + " of node " + left
                    + " changed no rows of users' tables");
        }
        if (lost.nameless()) {
            lines.add("a table with a number: no server runs that knows its name (database and file as in base/)");
        }
        gaps(lines);
        if (lost.divergence().forked()) {
            lines.add("\"rewind " + left + " --from " + left.other() + "\" drops it, and fetches "
                    + lost.own().pages().count() + " pages in "
                    + lost.own().pages().files()
                    + " files that it has changed; \"loss save FILE\" writes its rows down before");
        } else {
            lines.add("it is lost when node " + left.other() + " is promoted now");
        }
    }

    /** Adds lines about what is not known because WAL has been removed. */
    private void gaps(List<String> lines) {
        NodeName left = lost.divergence().left();
        if (!lost.own().readable()) {
            lines.add("the WAL of node " + left + " has been removed from there on: what is lost cannot be determined");
        } else if (!lost.own().whole()) {
            lines.add("the log of node " + left
                    + " does not go back to where the oldest transaction began: its first rows are not counted");
        }
        if (!lost.other().readable()) {
            lines.add("the log of node " + left.other()
                    + " has been removed from there on: rows that were changed on both cannot be determined");
        }
    }

    private void ledger(List<String> lines) {
        NodeName survivor = lost.divergence().left().other();
        if (lab.node(survivor).status().status() == NodeStatus.RUNNING_PRIMARY) {
            LoadLoss.of(lab, survivor).map(LossReport::words).ifPresent(lines::add);
        }
    }

    private static String words(LoadLoss load) {
        return "of the load: " + load.told().acknowledged() + " acknowledged, "
                + load.check().lost()
                + " of them lost; " + load.told().unknown() + " unknown, "
                + load.check().kept() + " of them there; "
                + load.told().refused() + " refused";
    }
}
