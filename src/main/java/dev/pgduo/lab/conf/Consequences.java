package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.scan.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a change of a node's settings takes effect, and what overrides it. */
final class Consequences {
    private final Lab lab;
    private final Node node;

    Consequences(Lab lab, Node node) {
        this.lab = lab;
        this.node = node;
    }

    List<String> of(List<SettingChange.Edit> edits) {
        List<SettingChange.Edit> changed =
                edits.stream().filter(edit -> edit.conf().changes()).toList();
        List<String> remarks = new ArrayList<>();
        boolean running = node.status().status().running();
        if (!changed.isEmpty()) {
            remarks.addAll(running ? asked(changed) : List.of("takes effect at the next start"));
        }
        changed.forEach(edit -> port(edit).ifPresent(remarks::add));
        EffectiveConf now = new NodeRecovery(node).withOthers();
        edits.forEach(edit -> winner(edit, now).ifPresent(remarks::add));
        if (running) {
            edits.forEach(edit -> remarks.addAll(forSome(edit.name())));
        }
        return remarks;
    }

    /** A remark for a changed port: the standby's files name the lab's port of the primary. */
    private Optional<String> port(SettingChange.Edit edit) {
        String own = lab.state().port(node.name()).toString();
        return edit.conf()
                .after()
                .filter(value -> edit.name().equalsIgnoreCase("port") && !value.equals(own))
                .map(value -> "the other node looks for this one at port " + own
                        + ", the lab's: \"conf reset port --node " + node.name() + "\" brings it back");
    }

    /** What has to happen before these changes take effect. */
    WholeFile.Need need(List<SettingChange.Edit> edits) {
        List<SettingChange.Edit> changed =
                edits.stream().filter(edit -> edit.conf().changes()).toList();
        if (!node.status().status().running()) {
            return WholeFile.Need.START;
        }
        return changed.stream().anyMatch(this::recovery)
                        || rows(changed).stream().anyMatch(Consequences::onlyAtStart)
                ? WholeFile.Need.RESTART
                : WholeFile.Need.RELOAD;
    }

    private boolean recovery(SettingChange.Edit edit) {
        return new NodeRecovery(node).has(edit.name());
    }

    private List<List<@Nullable String>> rows(List<SettingChange.Edit> changed) {
        String names = Stream.concat(
                        Stream.of("null"),
                        changed.stream()
                                .map(edit -> Quoting.constant(edit.name().toLowerCase(Locale.ROOT))))
                .collect(Collectors.joining(", "));
        return lab.query(node.name())
                .rows("select name, context, source from pg_settings where lower(name) in (" + names + ")");
    }

    private static boolean onlyAtStart(List<@Nullable String> row) {
        return "postmaster".equals(row.get(1));
    }

    private List<String> asked(List<SettingChange.Edit> changed) {
        if (changed.stream().anyMatch(this::recovery)) {
            return List.of("needs a restart: \"restart " + node.name() + "\"");
        }
        List<List<@Nullable String>> rows = rows(changed);
        List<String> remarks = new ArrayList<>(List.of(when(rows)));
        for (List<@Nullable String> row : rows) {
            String source = String.valueOf(row.get(2));
            if (source.equals("command line") || source.equals("environment variable")) {
                remarks.add("overridden by the server's " + source + " until it is started without it");
            }
        }
        return remarks;
    }

    private String when(List<List<@Nullable String>> rows) {
        NodeName name = node.name();
        String restart = rows.stream()
                .filter(Consequences::onlyAtStart)
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.joining(", "));
        if (!restart.isEmpty()) {
            return "needs a restart: \"restart " + name + "\"" + (rows.size() > 1 ? " (for " + restart + ")" : "");
        }
        boolean later = rows.stream().anyMatch(row -> String.valueOf(row.get(1)).endsWith("backend"));
        return "needs a reload: \"reload " + name + "\"" + (later ? "; takes effect in new sessions" : "");
    }

    /** Another line that overrides the edited one; after a removal, the line that is in effect now. */
    private static Optional<String> winner(SettingChange.Edit edit, EffectiveConf now) {
        boolean removed = edit.conf().after().isEmpty();
        return now.entry(edit.name())
                .filter(entry -> removed
                        || !entry.file().toString().equals(edit.conf().file())
                        || entry.line() != edit.conf().line())
                .map(entry -> (removed ? "still set by " : "overridden by ") + entry);
    }

    /** Settings of ALTER DATABASE and ALTER ROLE, which override every file. */
    private List<String> forSome(String name) {
        List<String> remarks = new ArrayList<>();
        String query = """
                select concat_ws(' in ', 'role ' || r.rolname, 'database ' || d.datname), c
                from pg_db_role_setting s cross join unnest(s.setconfig) c
                left join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase
                where lower(split_part(c, '=', 1)) = lower(%s) order by 1""".formatted(Quoting.constant(name));
        for (List<@Nullable String> row : lab.query(node.name()).rows(query)) {
            remarks.add("overridden for " + row.get(0) + ": " + row.get(1));
        }
        return remarks;
    }
}
