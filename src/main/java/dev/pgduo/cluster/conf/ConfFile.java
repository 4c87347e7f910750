package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A postgresql.conf, postgresql.auto.conf or recovery.conf, kept character for character. Immutable.
 *
 * @param source what messages call the file
 * @param lines its lines with their ends
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
     * @param line 1-based
     */
    public record Entry(String name, String value, int line) {}

    /** Reads a text; lines that the server cannot read are kept and listed by {@link #problems()}. */
    public static ConfFile parse(String text, String source) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return new ConfFile(source, lines);
    }

    /** The text again, character for character. */
    public String text() {
        return String.join("", lines);
    }

    /** Every setting in file order, also those that a later line overrides; without includes. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ConfLine line = ConfLine.of(lines.get(i));
            if (line.sets() && !line.includes()) {
                entries.add(new Entry(line.name(), line.plainValue(), i + 1));
            }
        }
        return entries;
    }

    /** The include, include_if_exists and include_dir lines in file order. */
    public List<Entry> includes() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ConfLine line = ConfLine.of(lines.get(i));
            if (line.includes()) {
                entries.add(new Entry(line.name(), line.plainValue(), i + 1));
            }
        }
        return entries;
    }

    /** The last line that sets this name, as the server takes it; names are compared without case. */
    public Optional<Entry> entry(String name) {
        return entries().stream().filter(e -> e.name().equalsIgnoreCase(name)).reduce((earlier, later) -> later);
    }

    /** The value of the last line that sets this name. */
    public Optional<String> value(String name) {
        return entry(name).map(Entry::value);
    }

    /** The same file with this setting: in its last line if it has one, else under its commented-out default, else at the end. */
    public ConfFile set(String name, String value) {
        Optional<Entry> old = entry(name);
        List<String> changed = new ArrayList<>(lines);
        if (old.isPresent()) {
            int at = old.get().line() - 1;
            changed.set(at, ConfLine.of(lines.get(at)).with(value).text());
            return new ConfFile(source, changed);
        }
        int at = placeFor(name);
        if (at > 0 && !changed.get(at - 1).endsWith("\n")) {
            changed.set(at - 1, changed.get(at - 1) + "\n");
        }
        changed.add(at, name + " = " + ConfValue.quote(value) + "\n");
        return new ConfFile(source, changed);
    }

    /** The same file with a line at its end, whatever it says. */
    public ConfFile append(String line) {
        String text = text();
        String joint = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        return parse(text + joint + line + "\n", source);
    }

    /** The same file without the lines that set this name. */
    public ConfFile reset(String name) {
        return new ConfFile(
                source,
                lines.stream()
                        .filter(line -> !ConfLine.of(line).name().equalsIgnoreCase(name))
                        .toList());
    }

    /** The lines that the server cannot read, in its words. */
    public List<ErrorReport> problems() {
        List<ErrorReport> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = i + 1;
            ConfLine.of(line)
                    .badToken()
                    .map(token -> problem(line, number, token))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private ErrorReport problem(String line, int number, String token) {
        int column = line.codePointCount(0, Math.max(0, line.indexOf(token))) + 1;
        return ErrorReport.error(
                        "syntax error in file \"" + source + "\" line " + number + ", near token \"" + token + "\"")
                .at(new Position(source, number, column));
    }

    private int placeFor(String name) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String comment = lines.get(i).strip();
            if (comment.startsWith("#")
                    && ConfLine.of(comment.substring(1).strip()).name().equalsIgnoreCase(name)) {
                return i + 1;
            }
        }
        return lines.size();
    }

    @Override
    public String toString() {
        return lines.stream().collect(Collectors.joining("", source + ":\n", ""));
    }
}
