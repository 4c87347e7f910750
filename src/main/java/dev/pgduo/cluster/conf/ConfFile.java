package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A postgresql.conf, postgresql.auto.conf or recovery.conf, kept character for character. Immutable.
 *
 * @param source the file's name for messages
 * @param lines its lines with line terminators
 */
public record ConfFile(String source, List<String> lines) {
    public ConfFile {
        lines = List.copyOf(lines);
    }

    /**
     * One setting of the file.
     *
     * @param name as written
     * @param value without quotes
     * @param line the line number, from 1
     * @param raw the whole line with its terminator
     */
    public record Entry(String name, String value, int line, String raw) {}

    /** Parses a text; lines that the server cannot read are kept and are listed by {@link #problems()}. */
    public static ConfFile parse(String text, String source) {
        return new ConfFile(source, Lines.of(text));
    }

    /** The file's text, character for character. */
    public String text() {
        return String.join("", lines);
    }

    /** All settings in file order, including overridden ones; without includes. */
    public List<Entry> entries() {
        return entries(setting -> !setting.includes());
    }

    /** The include, include_if_exists and include_dir lines in file order. */
    public List<Entry> includes() {
        return entries(ConfLine.Setting::includes);
    }

    /** Settings and includes in file order, as the server processes them. */
    public List<Entry> statements() {
        return entries(setting -> true);
    }

    /** The last line that sets this name, which is effective; names are compared without case. */
    public Optional<Entry> entry(String name) {
        List<Entry> all = entries(setting -> setting.isFor(name));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The value of the last line that sets this name. */
    public Optional<String> value(String name) {
        return entry(name).map(Entry::value);
    }

    /**
     * The same file with this setting: in its last line if it has one, else after its commented-out default, else at the end. A
     * changed line keeps its spacing and its comment.
     *
     * @throws LabException when the name or the value cannot be written in a line
     */
    public ConfFile set(String name, String value) {
        Optional<Entry> old = entry(name);
        if (old.isEmpty()) {
            return inserted(new CommentedDefault(lines).placeFor(name), assignment(name, value));
        }
        List<String> changed = new ArrayList<>(lines);
        changed.set(
                old.get().line() - 1,
                ConfLine.of(old.get().raw()).setting().orElseThrow().with(value));
        return new ConfFile(source, changed);
    }

    /**
     * The same file with one more line at its end, which overrides all others of this file.
     *
     * @throws LabException when the name or the value cannot be written in a line
     */
    public ConfFile append(String name, String value) {
        return inserted(lines.size(), assignment(name, value));
    }

    /** The same file with a line, given without its terminator, added at its end without any check. */
    public ConfFile appendLine(String raw) {
        return inserted(lines.size(), raw);
    }

    /** The same file without the lines that set this name. */
    public ConfFile reset(String name) {
        return new ConfFile(
                source,
                lines.stream()
                        .filter(line -> !ConfLine.of(line)
                                .setting()
                                .filter(s -> s.isFor(name))
                                .isPresent())
                        .toList());
    }

    /** The errors of lines that the server cannot read, in the server's words, with line and column. */
    public List<ErrorReport> problems() {
        List<ErrorReport> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            ConfLine.of(lines.get(i)).broken().ifPresent(broken -> problems.add(broken.report(source, line)));
        }
        return problems;
    }

    private List<Entry> entries(Predicate<ConfLine.Setting> wanted) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            ConfLine.of(lines.get(i)).setting().filter(wanted).ifPresent(setting -> entries.add(setting.entry(line)));
        }
        return entries;
    }

    private static String assignment(String name, String value) {
        return Names.valid(name) + " = " + ConfValue.quote(value);
    }

    private ConfFile inserted(int at, String line) {
        return new ConfFile(source, Lines.inserted(lines, at, line));
    }
}
