package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ConfDiff;
import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.conf.SettingInfo;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.scan.Quoting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables of settings: those in use on running nodes, and those in the files of others. */
public final class SettingsQuery {
    private static final String NOT_SET = "(not set)";

    private final Lab lab;

    public SettingsQuery(Lab lab) {
        this.lab = lab;
    }

    /**
     * The settings of a running node that are to be listed.
     *
     * @param name a setting, or part of a name, or null for all
     * @param changed only settings that differ from their default
     */
    public record Wanted(@Nullable String name, boolean changed) {
        private String condition() {
            List<String> conditions = new ArrayList<>(List.of("true"));
            if (name != null) {
                String typed = "lower(" + Quoting.constant(name) + ")";
                conditions.add("case when exists (select from pg_settings where lower(name) = " + typed
                        + ") then lower(name) = " + typed + " else strpos(lower(name), " + typed + ") > 0 end");
            }
            if (changed) {
                conditions.add("source not in ('default', 'override', 'client', 'session')");
            }
            return String.join(" and ", conditions);
        }
    }

    /** Name, value with unit, source, file and line, and the value in the files that needs a restart; sorted by name. */
    public List<List<@Nullable String>> live(NodeName node, Wanted wanted) {
        String directory = Quoting.constant(lab.node(node).layout().data() + "/");
        List<List<@Nullable String>> rows =
                new ArrayList<>(lab.query(node).rows("""
                select name, current_setting(name), source,
                  replace(sourcefile, %s, '') || ':' || sourceline,
                  case when pending_restart then coalesce((select setting from pg_file_settings f
                    where lower(f.name) = lower(s.name) order by seqno desc limit 1), '(default)') end
                from pg_settings s where %s order by lower(name)""".formatted(directory, wanted.condition())));
        EffectiveConf recovery = new NodeRecovery(lab.node(node)).read();
        List<List<@Nullable String>> others = new ArrayList<>();
        matching(recovery, wanted.name())
                .forEach(entry -> others.add(
                        Arrays.asList(entry.name(), entry.value(), NodeRecovery.FILE, place(node, entry), null)));
        if (!wanted.changed()) {
            unset(node, recovery, wanted.name())
                    .ifPresent(name -> others.add(Arrays.asList(name, NOT_SET, null, null, null)));
        }
        if (!others.isEmpty()) {
            rows.addAll(others);
            rows.sort(Comparator.comparing(row -> String.valueOf(row.get(0)).toLowerCase(Locale.ROOT)));
        }
        return rows;
    }

    /** The name of a setting of recovery.conf that was asked for and is missing in the file. */
    private Optional<String> unset(NodeName node, EffectiveConf conf, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(new NodeRecovery(lab.node(node))::find)
                .map(SettingInfo::name)
                .filter(known -> conf.entry(known).isEmpty());
    }

    /** The effective lines of the settings with this name, or with this text in their names; sorted by name. */
    private static List<EffectiveConf.Entry> matching(EffectiveConf conf, @Nullable String name) {
        String typed = name == null ? "" : name.toLowerCase(Locale.ROOT);
        boolean exact = conf.entry(typed).isPresent();
        return conf.settings().stream()
                .filter(entry -> exact
                        ? entry.name().equalsIgnoreCase(typed)
                        : entry.name().toLowerCase(Locale.ROOT).contains(typed))
                .toList();
    }

    /**
     * Name, value, file and line, and the lines that are overridden; sorted by name.
     *
     * @param name a setting, or part of a name, or null for all
     */
    public List<List<@Nullable String>> files(NodeName node, @Nullable String name) {
        EffectiveConf conf = conf(node);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (EffectiveConf.Entry entry : matching(conf, name)) {
            rows.add(Arrays.asList(
                    entry.name(), entry.value(), place(node, entry), overridden(node, conf, entry.name())));
        }
        unset(node, conf, name).ifPresent(known -> rows.add(Arrays.asList(known, NOT_SET, null, null)));
        return rows;
    }

    /** Name and both values of the settings that differ; the values in the files unless both nodes run. */
    public List<List<@Nullable String>> differences(NodeName left, NodeName right) {
        if (running(left) && running(right)) {
            return differences(values(left), values(right));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (ConfDiff.Change change : ConfDiff.between(conf(left), conf(right)).changes()) {
            rows.add(Arrays.asList(change.name(), value(change.left()), value(change.right())));
        }
        return rows;
    }

    private static List<List<@Nullable String>> differences(Map<String, String> left, Map<String, String> right) {
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(left.get(name), right.get(name))) {
                rows.add(Arrays.asList(name, left.get(name), right.get(name)));
            }
        }
        return rows;
    }

    private Map<String, String> values(NodeName node) {
        Map<String, String> values = new TreeMap<>();
        for (List<@Nullable String> row :
                lab.query(node).rows("select lower(name), current_setting(name) from pg_settings")) {
            values.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        }
        for (EffectiveConf.Entry entry : new NodeRecovery(lab.node(node)).read().settings()) {
            values.put(entry.name().toLowerCase(Locale.ROOT), entry.value());
        }
        return values;
    }

    private boolean running(NodeName node) {
        return lab.node(node).status().status().running();
    }

    private EffectiveConf conf(NodeName node) {
        return new NodeRecovery(lab.node(node)).withOthers();
    }

    private static @Nullable String value(Optional<EffectiveConf.Entry> entry) {
        return entry.map(EffectiveConf.Entry::value).orElse(null);
    }

    private @Nullable String overridden(NodeName node, EffectiveConf conf, String name) {
        String lines = conf.overridden(name).stream()
                .map(entry -> place(node, entry) + ": '" + entry.value() + "'")
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }

    /** The line's file and number; a file of the data directory by its path in it. */
    private String place(NodeName node, EffectiveConf.Entry entry) {
        return entry.place(lab.node(node).layout().data());
    }
}
