package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The settings of a node's configuration files: postgresql.conf, its includes, and postgresql.auto.conf, in the server's order,
 * where the last line for a name is effective. Immutable. The server ignores all of them while {@link #problems()} is not
 * empty.
 *
 * @param all every line with a setting, in the order of reading
 * @param problems the server's errors: syntax, missing files
 */
public record EffectiveConf(List<Entry> all, List<ErrorReport> problems) {
    public EffectiveConf {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /**
     * One setting of one file.
     *
     * @param name as written
     * @param value without quotes
     * @param file absolute
     * @param line the line number, from 1
     */
    public record Entry(String name, String value, Path file, int line) {
        /** {@code FILE:LINE}; a file in this directory is named relative to it. */
        public String place(Path directory) {
            Path shown = file.startsWith(directory) ? directory.relativize(file) : file;
            return shown + ":" + line;
        }

        @Override
        public String toString() {
            return file + ":" + line + ": " + name + " = " + ConfValue.quote(value);
        }
    }

    /** Reads the files of a data directory; a file that cannot be read is a problem. */
    public static EffectiveConf read(Path dataDirectory) {
        return read(dataDirectory.resolve("postgresql.conf"), dataDirectory);
    }

    /** Reads a main file in another directory, as Debian has it, and postgresql.auto.conf of the data directory. */
    public static EffectiveConf read(Path mainFile, Path dataDirectory) {
        return ConfTree.read(mainFile, dataDirectory).effective();
    }

    /** These settings followed by others. */
    public EffectiveConf and(EffectiveConf others) {
        return new EffectiveConf(
                Stream.concat(all.stream(), others.all.stream()).toList(),
                Stream.concat(problems.stream(), others.problems.stream()).toList());
    }

    /** The effective line for each name, sorted by name. */
    public List<Entry> settings() {
        return List.copyOf(winners().values());
    }

    /** The effective line for a name; names are compared without case. */
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(winners().get(Names.key(name)));
    }

    /** The effective value for a name. */
    public Optional<String> value(String name) {
        return entry(name).map(Entry::value);
    }

    /** The overridden lines for this name, in the order of reading. */
    public List<Entry> overridden(String name) {
        List<Entry> same = all.stream().filter(e -> Names.same(e.name(), name)).toList();
        return same.isEmpty() ? same : same.subList(0, same.size() - 1);
    }

    Map<String, Entry> winners() {
        Map<String, Entry> winners = new TreeMap<>();
        for (Entry entry : all) {
            winners.put(Names.key(entry.name()), entry);
        }
        return winners;
    }
}
