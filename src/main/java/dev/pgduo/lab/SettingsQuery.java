package dev.pgduo.lab;

import dev.pgduo.cluster.NodeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a running node for its settings. */
public final class SettingsQuery {
    private final Lab lab;

    public SettingsQuery(Lab lab) {
        this.lab = lab;
    }

    /**
     * Name, value with unit, where it comes from, its context, and whether it waits for a restart; by name.
     *
     * @param part of the name, or null for all
     * @param changed only settings that do not have their default
     * @param pending only settings that wait for a restart
     */
    public List<List<@Nullable String>> rows(NodeName node, @Nullable String part, boolean changed, boolean pending) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (part != null) {
            conditions.add("name like '%' || lower(" + NodeConf.literal(part) + ") || '%'");
        }
        if (changed) {
            conditions.add("source not in ('default', 'override', 'client')");
        }
        if (pending) {
            conditions.add("pending_restart");
        }
        return lab.query(node).rows("""
                select name, current_setting(name),
                       coalesce(regexp_replace(sourcefile, '.*/', '') || ':' || sourceline, source), context, pending_restart
                from pg_settings where %s order by name""".formatted(String.join(" and ", conditions)));
    }
}
