package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A pg_hba.conf, kept character for character. Immutable. Keywords and messages are those of 15: regular expressions and
 * include lines of 16 are not known.
 */
public final class HbaFile {
    private static final Pattern COMMENTED_REPLICATION = Pattern.compile("#(\\w+\\s+replication)");

    private final String source;
    private final HbaInclude include;
    private final List<HbaLine> lines;

    private HbaFile(String source, HbaInclude include, String text) {
        this.source = source;
        this.include = include;
        this.lines = HbaText.pieces(Lines.of(text)).stream().map(this::line).toList();
    }

    /** Parses a text with this name for messages; lists in files of their own, {@code @file}, match nothing. */
    public static HbaFile parse(String text, String source) {
        return new HbaFile(source, HbaInclude.UNREAD, text);
    }

    /**
     * Reads a file and the lists that it keeps in other files.
     *
     * @throws LabException when it cannot be read; a list that cannot be read is among the {@link #problems()}
     */
    public static HbaFile read(Path file) {
        try {
            return new HbaFile(file.toString(), HbaInclude.beside(file), Files.readString(file));
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not open file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    /** The server's error for this line; empty for a valid one. */
    public static Optional<ErrorReport> check(String line) {
        return parse(line, "pg_hba.conf").problems().stream().findFirst();
    }

    /** The file's text, character for character. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.raw()));
        return text.toString();
    }

    /** All lines, including empty ones and comments. */
    public List<HbaLine> lines() {
        return lines;
    }

    /** The lines that are rules. */
    public List<HbaLine> records() {
        return lines.stream().filter(line -> line.record().isPresent()).toList();
    }

    /** The server's errors; with any of them the server ignores the whole file. */
    public List<ErrorReport> problems() {
        return lines.stream().flatMap(line -> line.problem().stream()).toList();
    }

    /** The same file with a rule added at its end. */
    public HbaFile add(HbaRecord record) {
        return add(record.written());
    }

    /**
     * The same file with a line, given without its terminator, added at its end.
     *
     * @throws LabException when the server would refuse the line
     */
    public HbaFile add(String line) {
        return inserted(physical().size(), accepted(line));
    }

    /** The same file with a rule before all others, so that it is tried first. */
    public HbaFile addFirst(HbaRecord record) {
        return addFirst(record.written());
    }

    /**
     * The same file with a line, given without its terminator, before all rules.
     *
     * @throws LabException when the server would refuse the line
     */
    public HbaFile addFirst(String line) {
        int at = lines.stream()
                .filter(HbaLine::isActive)
                .findFirst()
                .map(first -> first.number() - 1)
                .orElse(physical().size());
        return inserted(at, accepted(line));
    }

    /**
     * The same file without the rule, comment or empty line that begins at a line.
     *
     * @param number the line number, from 1
     * @throws LabException when nothing begins in this line
     */
    public HbaFile remove(int number) {
        if (lines.stream().noneMatch(line -> line.number() == number)) {
            throw LabException.of("no line " + number + " in file \"" + source + "\"");
        }
        return without(line -> line.number() == number);
    }

    /** The same file without the rules that match. */
    public HbaFile remove(Predicate<HbaRecord> unwanted) {
        return without(line -> line.record().filter(unwanted).isPresent());
    }

    /** The same file with the rules for replication activated, which initdb comments out before 10. */
    public HbaFile uncommentReplication() {
        StringBuilder text = new StringBuilder();
        physical()
                .forEach(line -> text.append(COMMENTED_REPLICATION.matcher(line).replaceFirst("$1")));
        return with(text.toString());
    }

    private HbaFile with(String text) {
        return new HbaFile(source, include, text);
    }

    private HbaFile without(Predicate<HbaLine> unwanted) {
        StringBuilder text = new StringBuilder();
        lines.stream().filter(unwanted.negate()).forEach(line -> text.append(line.raw()));
        return with(text.toString());
    }

    /**
     * Inserts a line. After a line that ends with a backslash an empty line is inserted first, so that the two are not joined.
     */
    private HbaFile inserted(int at, String line) {
        List<String> changed = new ArrayList<>(physical());
        int to = at;
        if (at > 0 && HbaText.continues(changed.get(at - 1))) {
            changed = new ArrayList<>(Lines.inserted(changed, to++, ""));
        }
        return with(String.join("", Lines.inserted(changed, to, line)));
    }

    private List<String> physical() {
        return Lines.of(text());
    }

    private static String accepted(String line) {
        check(line).ifPresent(problem -> {
            throw new LabException(problem.at(null));
        });
        return line;
    }

    private HbaLine line(HbaText.Piece piece) {
        List<List<HbaToken>> fields = HbaToken.fields(piece.joined());
        if (fields.isEmpty()) {
            return new HbaLine(piece.number(), piece.raw(), Optional.empty(), Optional.empty());
        }
        try {
            HbaRecord record = HbaParser.parse(include.expand(fields));
            return new HbaLine(piece.number(), piece.raw(), Optional.of(record), Optional.empty());
        } catch (HbaRefused e) {
            ErrorReport problem = e.report().at(new Position(source, piece.number(), 0));
            return new HbaLine(piece.number(), piece.raw(), Optional.empty(), Optional.of(problem));
        }
    }

    @Override
    public String toString() {
        return source + ":\n" + text();
    }
}
