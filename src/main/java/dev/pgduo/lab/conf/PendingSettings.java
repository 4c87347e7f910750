package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.EffectiveConf;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a running node whose value in the files differs from the one in use, and the command with which the new one
 * takes effect.
 */
public final class PendingSettings {
    /** The values of pg_settings.source for which a reload or a restart takes a new value from the files. */
    private static final Set<String> FROM_FILES = Set.of("default", "configuration file");

    /** The value that SHOW prints for archive_command while archiving is off, whatever its value is. */
    private static final String NOT_SHOWN = "(disabled)";

    private final Lab lab;
    private final NodeName node;

    public PendingSettings(Lab lab, NodeName node) {
        this.lab = lab;
        this.node = node;
    }

    /**
     * Name, the value that the server uses, the one in the files, file and line, and the command with which it takes effect;
     * sorted by name.
     *
     * @param part a setting, or part of a name, or null for all
     */
    public List<List<@Nullable String>> rows(@Nullable String part) {
        EffectiveConf files = EffectiveConf.read(lab.node(node).layout().data());
        Map<String, Source> sources = sources();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (SettingDescription setting : SettingDescription.all(lab.query(node))) {
            String name = setting.info().name();
            Source source = sources.getOrDefault(name, Source.UNKNOWN);
            Optional<EffectiveConf.Entry> entry = files.entry(name);
            if (wanted(name, part) && (source.waits() || differs(setting, source, entry))) {
                rows.add(Arrays.asList(
                        name,
                        setting.value(),
                        entry.map(EffectiveConf.Entry::value).orElse("(default)"),
                        entry.map(this::place).orElse(null),
                        command(setting)));
            }
        }
        return rows;
    }

    /**
     * The source of the value in use.
     *
     * @param word pg_settings.source
     * @param waits pg_settings.pending_restart: whether the server has read another value that needs a restart
     */
    private record Source(String word, boolean waits) {
        static final Source UNKNOWN = new Source("", false);
    }

    private Map<String, Source> sources() {
        Map<String, Source> sources = new HashMap<>();
        for (List<@Nullable String> row :
                lab.query(node).rows("select name, source, pending_restart from pg_settings")) {
            sources.put(String.valueOf(row.get(0)), new Source(String.valueOf(row.get(1)), "t".equals(row.get(2))));
        }
        return sources;
    }

    private static boolean wanted(String name, @Nullable String part) {
        return part == null || name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static boolean differs(SettingDescription setting, Source source, Optional<EffectiveConf.Entry> entry) {
        if (!FROM_FILES.contains(source.word()) || setting.value().equals(NOT_SHOWN)) {
            return false;
        }
        boolean removed = entry.isEmpty() && source.word().equals("configuration file");
        String next = removed
                ? setting.standard()
                : entry.map(EffectiveConf.Entry::value).orElse(setting.value());
        return !setting.info().same(next, setting.value());
    }

    private String command(SettingDescription setting) {
        String word = setting.info().context().equals("postmaster") ? "restart " : "reload ";
        boolean later = setting.info().context().endsWith("backend");
        return word + node + (later ? ", in new sessions" : "");
    }

    /** The line's file and number; a file of the data directory by its path in it. */
    private String place(EffectiveConf.Entry entry) {
        return entry.place(lab.node(node).layout().data());
    }
}
