package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.rows.TableRows;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.loss.TableName.Kind;
import dev.pgduo.scan.Quoting;
import dev.pgduo.session.Probe;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows that are lost, as SQL. Their present values are read from the server of the node that is given up, or from a server
 * on a copy of its data when it does not run; the matching rows of the other node are read from its server. Neither is changed.
 */
public final class LostRows {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

    private final Lab lab;
    private final Lost lost;
    private final List<String> lines = new ArrayList<>();

    private LostRows(Lab lab, Lost lost) {
        this.lab = lab;
        this.lost = lost;
    }

    /**
     * The lines of an SQL script.
     *
     * @throws dev.pgduo.report.LabException when no server with these rows can be asked
     */
    public static List<String> script(Lab lab, Lost lost) {
        LostRows rows = new LostRows(lab, lost);
        rows.header();
        if (lost.own().commits() > 0) {
            rows.write();
        }
        return rows.lines;
    }

    private void header() {
        NodeName left = lost.divergence().left();
        lines.add("-- Rows that were committed on node " + left + " and that node " + left.other()
                + " does not have: from " + lost.divergence().point() + " on,");
        lines.add("-- " + lost.own().commits() + (lost.own().commits() == 1 ? " commit" : " commits")
                + lost.own()
                        .work()
                        .first()
                        .map(time -> " since " + TIME.format(time))
                        .orElse("")
                + lost.own()
                        .work()
                        .last()
                        .map(time -> " until " + TIME.format(time))
                        .orElse("") + ".");
        lines.add("-- Written by pgduo; nothing of it was run. Read each statement before you run it on node "
                + left.other() + ": what it");
        lines.add(
                "-- changes may have been changed there since. Definitions (CREATE, ALTER, DROP, TRUNCATE), sequences and");
        lines.add("-- large objects are not in it.");
        if (!lost.own().whole()) {
            lines.add("-- Not complete: the log of node " + left
                    + " does not go back to where the oldest of the transactions began.");
        }
    }

    /** Ends the server on a copy that a killed pgduo has left, and removes the copy. */
    public static void endCopy(Lab lab) {
        LoneCopy.of(lab).close();
    }

    private void write() {
        NodeName left = lost.divergence().left();
        if (Lost.answers(lab, left)) {
            write(database -> lab.probe(left, database));
            return;
        }
        try (LoneCopy copy = LoneCopy.start(lab, left)) {
            write(copy::probe);
        }
    }

    private void write(Function<String, Probe> servers) {
        Map<RelFileNode, TableRows> tables = lost.own().work().tables();
        Map<RelFileNode, TableName> names = new TableNames(servers).of(tables.keySet());
        Map<String, Map<RelFileNode, TableName>> byDatabase = new LinkedHashMap<>();
        tables.keySet().forEach(file -> {
            TableName name = Optional.ofNullable(names.get(file)).orElseGet(() -> TableName.unknown(file));
            if (name.kind() == Kind.FILE) {
                lines.add("-- " + name.table() + ": the table is not there any more, or was written anew.");
            } else if (name.kind() == Kind.USER) {
                byDatabase
                        .computeIfAbsent(name.database(), key -> new LinkedHashMap<>())
                        .put(file, name);
            }
        });
        byDatabase.forEach((database, some) -> {
            try (Probe probe = servers.apply(database)) {
                write(database, probe, some, tables);
            }
        });
    }

    private void write(
            String database, Probe probe, Map<RelFileNode, TableName> names, Map<RelFileNode, TableRows> tables) {
        NodeName other = lost.other().node();
        Optional<Probe> counterpart =
                Lost.answers(lab, other) ? Optional.of(lab.probe(other, database)) : Optional.empty();
        Map<RelFileNode, TableRows> theirs = lost.other().work().tables();
        lines.add("\\connect " + Quoting.identifier(database));
        lines.add("BEGIN;");
        try {
            names.forEach((file, name) -> {
                TableRows mine = tables.getOrDefault(file, new TableRows());
                boolean known = lost.other().readable()
                        && !lost.own().work().created().contains(file)
                        && !lost.other().work().created().contains(file);
                TableRows of = theirs.getOrDefault(file, new TableRows());
                LostTable table = new LostTable(
                        name,
                        new LostTable.Side(probe, file),
                        counterpart.filter(answers -> known).map(answers -> new LostTable.Side(answers, file)));
                lines.addAll(table.statements(mine, of, lost.divergence().left()));
            });
        } finally {
            counterpart.ifPresent(Probe::close);
        }
        lines.add("COMMIT;");
    }
}
