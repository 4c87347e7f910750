package dev.pgduo.lab.snapshot;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabQueries;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of a lab, for a later comparison: roles, settings, slots, and the number of rows of the tables.
 *
 * @param nodes each node's facts, by their subject
 */
public record LabFingerprint(Map<NodeName, Map<String, String>> nodes) {
    private static final String STATE = "state";
    private static final String GONE = "(none)";
    private static final String SETTINGS = """
            select 'setting ' || name, setting from pg_settings
            where source not in ('default', 'override', 'client', 'session')""";
    private static final String SLOTS = "select 'slot ' || slot_name, slot_type from pg_replication_slots";
    /** The query for row counts; larger tables are left out, as counting them takes too long. */
    private static final String TABLES = """
            select quote_ident(nspname) || '.' || quote_ident(relname) from pg_class c join pg_namespace n on n.oid = relnamespace
            where relkind in ('r', 'p') and nspname not like 'pg\\_%' and nspname <> 'information_schema'
              and relpages < 10000 order by 1 limit 200""";

    public LabFingerprint {
        nodes = Map.copyOf(nodes);
    }

    /** The present state of both nodes. */
    public static LabFingerprint of(Lab lab) {
        Map<NodeName, Map<String, String>> nodes = new EnumMap<>(NodeName.class);
        for (NodeName name : NodeName.values()) {
            nodes.put(name, Map.copyOf(facts(lab, name)));
        }
        return new LabFingerprint(nodes);
    }

    /** The differences of a later state, as phrases; rows of a standby are left out where they are the primary's. */
    public List<String> differences(LabFingerprint later) {
        List<String> differences = new ArrayList<>();
        for (NodeName name : NodeName.values()) {
            Map<String, String> before = nodes.getOrDefault(name, Map.of());
            Map<String, String> now = later.nodes.getOrDefault(name, Map.of());
            boolean known = running(before) && running(now);
            TreeSet<String> facts = new TreeSet<>(before.keySet());
            facts.addAll(now.keySet());
            for (String fact : facts) {
                String was = before.get(fact);
                String is = now.get(fact);
                if (!Objects.equals(was, is) && (known || fact.equals(STATE))) {
                    differences.add("node " + name + ": " + phrase(fact, was, is));
                }
            }
        }
        return differences;
    }

    private static boolean running(Map<String, String> facts) {
        return facts.getOrDefault(STATE, "").startsWith("running");
    }

    private static String phrase(String fact, @Nullable String was, @Nullable String is) {
        return (fact.equals(STATE) ? "" : fact + ": ") + shown(was) + " -> " + shown(is);
    }

    private static String shown(@Nullable String value) {
        return value == null ? GONE : value;
    }

    private static Map<String, String> facts(Lab lab, NodeName name) {
        NodeStatus status = lab.node(name).status().status();
        Map<String, String> facts = new TreeMap<>();
        facts.put(STATE, status.toString());
        if (status.running()) {
            try {
                LabQueries server = lab.query(name);
                add(server, SETTINGS, facts);
                add(server, SLOTS, facts);
                if (status == NodeStatus.RUNNING_PRIMARY) {
                    rows(server, facts);
                }
            } catch (LabException e) {
                facts.put(STATE, "does not answer");
            }
        }
        return facts;
    }

    private static void rows(LabQueries server, Map<String, String> facts) {
        String counts = server.rows(TABLES).stream()
                .map(row -> String.valueOf(row.get(0)))
                .map(table -> "select " + Quoting.constant("rows of " + table) + ", count(*)::text from " + table)
                .collect(Collectors.joining(" union all "));
        if (!counts.isEmpty()) {
            add(server, counts, facts);
        }
    }

    private static void add(LabQueries server, String sql, Map<String, String> facts) {
        server.rows(sql).forEach(row -> facts.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
    }
}
