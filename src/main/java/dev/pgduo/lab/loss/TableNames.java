package dev.pgduo.lab.loss;

import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.lab.loss.TableName.Kind;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server which tables files belong to.
 *
 * @param databases opens a connection to a database of the server
 */
record TableNames(Function<String, Probe> databases) {
    private static final String ANY = "postgres";

    /** The tables of these files; files that the server does not know are left out. */
    Map<RelFileNode, TableName> of(Set<RelFileNode> files) {
        Map<RelFileNode, TableName> found = new HashMap<>();
        Map<Long, Set<RelFileNode>> byDatabase = new HashMap<>();
        files.forEach(file -> byDatabase
                .computeIfAbsent(file.database(), key -> new HashSet<>())
                .add(file));
        Map<Long, String> names = names();
        byDatabase.forEach((number, some) -> {
            String name = number == 0 ? ANY : names.get(number);
            if (name != null) {
                found.putAll(of(name, some));
            }
        });
        return found;
    }

    private Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        try (Probe probe = databases.apply(ANY)) {
            for (List<@Nullable String> row : probe.rows("select oid, datname from pg_database where datallowconn")) {
                names.put(Long.valueOf(String.valueOf(row.get(0))), String.valueOf(row.get(1)));
            }
        } catch (LabException e) {
            return Map.of();
        }
        return names;
    }

    private Map<RelFileNode, TableName> of(String database, Set<RelFileNode> files) {
        Map<String, RelFileNode> byNumbers = new HashMap<>();
        files.forEach(file -> byNumbers.put(file.tablespace() + " " + file.relation(), file));
        String values = files.stream()
                .map(file -> "(" + file.tablespace() + "," + file.relation() + ")")
                .collect(Collectors.joining(","));
        Map<RelFileNode, TableName> found = new HashMap<>();
        try (Probe probe = databases.apply(database)) {
            for (List<@Nullable String> row : probe.rows(
                    "select f.space || ' ' || f.number, n.nspname, format('%I.%I', n.nspname, c.relname) from (values "
                            + values
                            + ") as f(space, number) join pg_class c on c.oid ="
                            + " pg_filenode_relation(f.space::oid, f.number::oid)"
                            + " join pg_namespace n on n.oid = c.relnamespace")) {
                RelFileNode file = byNumbers.get(String.valueOf(row.get(0)));
                if (file != null) {
                    found.put(file, new TableName(kind(row.get(1)), database, String.valueOf(row.get(2))));
                }
            }
        } catch (LabException e) {
            return Map.of();
        }
        return found;
    }

    private static Kind kind(@Nullable String schema) {
        if ("pg_catalog".equals(schema) || "information_schema".equals(schema)) {
            return Kind.CATALOG;
        }
        return "pg_toast".equals(schema) ? Kind.TOAST : Kind.USER;
    }
}
