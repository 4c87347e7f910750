package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.rows.TableRows;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.loss.TableName.Kind;
import dev.pgduo.session.Probe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes that one node has committed and the other one does not have, read from their files.
 *
 * @param own the WAL that only the node to be given up has
 * @param other the WAL that only the other node has
 * @param tables the changes on the node to be given up, by table, in the order of the first change; all system catalogs count
 * as one table
 */
public record Lost(Divergence divergence, SideWork own, SideWork other, List<TableLoss> tables) {
    private static final TableName CATALOGS = new TableName(Kind.CATALOG, "", "(system catalogs)");

    public Lost {
        tables = List.copyOf(tables);
    }

    /**
     * Reads the changes; a running server is asked for the tables' names.
     *
     * @throws dev.pgduo.report.LabException when the files do not have the information
     */
    public static Lost of(Lab lab) {
        Divergence divergence = Divergence.of(lab);
        NodeName left = divergence.left();
        SideWork own = side(lab, divergence, left);
        SideWork other = side(lab, divergence, left.other());
        Map<RelFileNode, TableRows> mine = own.work().tables();
        return new Lost(divergence, own, other, tables(mine, other, names(lab, own, other, mine.keySet())));
    }

    private static SideWork side(Lab lab, Divergence divergence, NodeName name) {
        return SideWork.read(
                lab, divergence.picture().of(name), divergence.point().lsn());
    }

    /** The names of tables by file. A file that was created after the divergence belongs to another table on the other node. */
    private static Map<RelFileNode, TableName> names(
            Lab lab, SideWork own, SideWork other, Collection<RelFileNode> files) {
        Map<RelFileNode, TableName> names = new HashMap<>();
        if (files.isEmpty()) {
            return names;
        }
        if (answers(lab, own.node())) {
            names.putAll(of(lab, own.node(), new HashSet<>(files)));
        } else if (answers(lab, other.node())) {
            Set<RelFileNode> old = new HashSet<>(files);
            old.removeAll(own.work().created());
            old.removeAll(other.work().created());
            names.putAll(of(lab, other.node(), old));
        }
        return names;
    }

    private static Map<RelFileNode, TableName> of(Lab lab, NodeName node, Set<RelFileNode> files) {
        return new TableNames(database -> lab.probe(node, database).withShortTimeout()).of(files);
    }

    /** Whether a node's server runs, and answers within a short time. */
    static boolean answers(Lab lab, NodeName node) {
        if (!lab.node(node).status().status().running()) {
            return false;
        }
        try (Probe probe = lab.probe(node).withShortTimeout()) {
            return probe.answers();
        }
    }

    private static List<TableLoss> tables(
            Map<RelFileNode, TableRows> mine, SideWork other, Map<RelFileNode, TableName> names) {
        Map<RelFileNode, TableRows> theirs = other.work().tables();
        Map<TableName, TableLoss> tables = new LinkedHashMap<>();
        mine.forEach((file, rows) -> {
            TableName name = Optional.ofNullable(names.get(file)).orElseGet(() -> TableName.unknown(file));
            if (name.kind() != Kind.TOAST) {
                boolean same = !other.work().created().contains(file);
                long both = same ? both(rows, theirs.get(file)) : 0;
                TableName shown = name.kind() == Kind.CATALOG ? CATALOGS : name;
                TableLoss loss = new TableLoss(shown, rows.inserted(), rows.updated(), rows.deleted(), both);
                tables.merge(shown, loss, TableLoss::plus);
            }
        });
        TableLoss catalogs = tables.remove(CATALOGS);
        List<TableLoss> all = new ArrayList<>(tables.values());
        Stream.ofNullable(catalogs).forEach(all::add);
        return all;
    }

    private static long both(TableRows mine, @Nullable TableRows theirs) {
        return theirs == null
                ? 0
                : mine.changed().stream().filter(theirs.changed()::contains).count();
    }

    /** Whether nothing would be lost. */
    public boolean nothing() {
        return own.bytes() == 0;
    }

    /** Whether no table's name is known, only file numbers. */
    public boolean nameless() {
        return tables.stream().map(TableLoss::name).anyMatch(name -> name.kind() == Kind.FILE);
    }

    /** The number of rows that were changed on both nodes. */
    public long both() {
        return tables.stream()
                .filter(table -> table.name().kind() != Kind.CATALOG)
                .mapToLong(TableLoss::both)
                .sum();
    }

    /** The tables that users have created. */
    public List<TableLoss> userTables() {
        return tables.stream()
                .filter(table -> !Objects.equals(table.name(), CATALOGS))
                .toList();
    }
}
