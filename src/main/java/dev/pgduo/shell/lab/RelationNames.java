package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.lab.Lab;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of relations by their files, as far as a node's server knows them; no names for a node that does not run. */
final class RelationNames {
    private static final long DEFAULT_TABLESPACE = 1663;
    private static final long GLOBAL_TABLESPACE = 1664;

    private final Lab lab;
    private final NodeName node;
    private final boolean running;
    private final Map<RelFileNode, String> names = new HashMap<>();
    private @Nullable String database;

    RelationNames(Lab lab, NodeName node) {
        this.lab = lab;
        this.node = node;
        this.running = lab.node(node).status().status().running();
    }

    /** A name such as {@code public.t}; the file's numbers when the name is not known, or it is in another database. */
    String of(RelFileNode relation) {
        return names.computeIfAbsent(relation, this::find);
    }

    private String find(RelFileNode relation) {
        boolean shared = relation.tablespace() == GLOBAL_TABLESPACE;
        if (!running || !(shared || Long.toString(relation.database()).equals(database()))) {
            return relation.toString();
        }
        long tablespace = relation.tablespace() == DEFAULT_TABLESPACE ? 0 : relation.tablespace();
        String name = value("select coalesce(pg_filenode_relation(" + tablespace + ", " + relation.relation()
                + ")::regclass::text, '')");
        return name.isEmpty() ? relation.toString() : name;
    }

    private String database() {
        String known = database;
        if (known == null) {
            known = value("select oid from pg_database where datname = current_database()");
            database = known;
        }
        return known;
    }

    private String value(String sql) {
        List<List<@Nullable String>> rows = lab.query(node).rows(sql);
        return rows.isEmpty() ? "" : String.valueOf(rows.get(0).get(0));
    }
}
