package dev.pgduo.session.review;

import dev.pgduo.scan.Line;
import dev.pgduo.scan.SqlScanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the lines of a script for one SQL session that reach the operating system: shell commands, files, settings and
 * functions that run programs. All branches are checked. Inputs have to be given in their order; not thread-safe.
 *
 * <p>The SQL runs as superuser, and a command can be hidden in it on purpose: this list is information for a person, not a
 * security barrier.
 */
public final class ScriptReview {
    private static final Pattern ROWS = Pattern.compile("(?is)\\s*\\\\?copy\\b.*\\bfrom\\s+(stdin|pstdin)\\b.*");

    /** Stands for a value that is not known before the script is run. */
    private static final String UNKNOWN = "\ufffc";

    private static final Pattern BARE_UNKNOWN = Pattern.compile("(?<!['\"])" + UNKNOWN);

    /** A backslash that begins neither a null nor an escape of COPY. */
    private static final Pattern COMMAND_IN_ROW = Pattern.compile("\\\\(?![Nbfnrtv\\\\0-9](?![a-z_])|x\\p{XDigit})");

    /** A row with more backslashes is reported without being parsed. */
    private static final int MOST_IN_ROW = 100;

    private final Predicate<String> foreign;
    private final List<Reading> kept;
    private boolean valuesFromOutside;

    /** @param foreign whether a backslash command that psql does not have, with its arguments, is to be reported */
    public ScriptReview(Predicate<String> foreign) {
        this.foreign = foreign;
        this.kept = fresh();
    }

    /**
     * The 0-based lines of this input that reach the operating system, in ascending order.
     *
     * <p>A script may switch the meaning of backslashes in strings, and may begin in the middle of a statement that was left
     * unfinished: lines that are dangerous in either reading count.
     */
    public Set<Integer> lines(String input) {
        Set<Integer> found = new TreeSet<>();
        Stream.concat(kept.stream(), fresh().stream()).forEach(reading -> reading.read(input.split("\n", -1), found));
        return found;
    }

    private List<Reading> fresh() {
        return List.of(new Reading(true), new Reading(false));
    }

    /** One way to read the script. */
    private final class Reading {
        private final StringBuilder statement = new StringBuilder();
        private final SqlScanner scanner = new SqlScanner(statement);
        private int first;

        Reading(boolean standardStrings) {
            scanner.standardStrings(standardStrings);
            scanner.variables(name -> valuesFromOutside ? Optional.of(UNKNOWN) : Optional.empty());
        }

        void read(String[] lines, Set<Integer> found) {
            first = 0;
            boolean rows = false;
            int firstRow = 0;
            for (int i = 0; i < lines.length; i++) {
                if (!rows) {
                    rows = line(lines[i], i, found);
                    firstRow = i + 1;
                } else if (lines[i].equals("\\.")) {
                    rows(lines, firstRow, i, found);
                    rows = false;
                }
            }
            if (rows) {
                rows(lines, firstRow, lines.length, found);
            }
            if (outward()) {
                add(first, lines.length - 1, found);
            }
        }

        /** Also reads the rows of a COPY as ordinary lines, which they are when the server refuses the COPY. */
        private void rows(String[] lines, int from, int to, Set<Integer> found) {
            for (int i = from; i < to; i++) {
                if (row(lines[i])) {
                    found.add(i);
                }
            }
            if (OutwardSql.in(String.join("\n", List.of(lines).subList(from, to)))) {
                add(from, to - 1, found);
            }
        }

        private boolean row(String row) {
            int commands = 0;
            Matcher backslash = COMMAND_IN_ROW.matcher(row);
            while (backslash.find()) {
                if (++commands > MOST_IN_ROW || reachesOut(new Line(row.substring(backslash.start() + 1)))) {
                    return true;
                }
            }
            return false;
        }

        /** Reads a line; returns whether rows of a COPY follow. */
        private boolean line(String text, int number, Set<Integer> found) {
            boolean rows = false;
            scanner.line(text);
            if (statement.isEmpty()) {
                first = number;
            } else {
                statement.append('\n');
            }
            for (SqlScanner.Stop stop = scanner.scan(); stop != SqlScanner.Stop.END_OF_LINE; stop = scanner.scan()) {
                if (stop == SqlScanner.Stop.BACKSLASH) {
                    rows |= ROWS.matcher("\\" + backslash(number, found)).matches();
                } else {
                    rows |= ROWS.matcher(statement).matches();
                    ended(number, found);
                }
            }
            return rows;
        }

        private String backslash(int number, Set<Integer> found) {
            Backslash command = Backslash.read(scanner.line());
            valuesFromOutside |= command.takesValues();
            if (command.reachesOut(foreign)) {
                found.add(number);
            }
            if (command.sends()) {
                ended(number, found);
            }
            return command.text();
        }

        private void ended(int last, Set<Integer> found) {
            if (outward()) {
                add(first, last, found);
            }
            statement.setLength(0);
            scanner.reset();
            first = last;
        }

        private boolean outward() {
            String sql = statement.toString();
            return OutwardSql.in(sql) || BARE_UNKNOWN.matcher(sql).find();
        }
    }

    private boolean reachesOut(Line line) {
        return Backslash.read(line).reachesOut(foreign);
    }

    /** Adds all lines of a statement, as the dangerous part need not be in the first one. */
    private static void add(int first, int last, Set<Integer> found) {
        for (int line = first; line <= last; line++) {
            found.add(line);
        }
    }
}
