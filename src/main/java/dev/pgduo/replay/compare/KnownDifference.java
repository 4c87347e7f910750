package dev.pgduo.replay.compare;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A difference between the recorded text and this server's output for a known reason. It is used only where the comparison
 * fails without it. Regular expressions match a whole line.
 */
public sealed interface KnownDifference {
    /** The reason, for the reader. */
    String reason();

    /** The kind of the difference. */
    Drift drift();

    /** Whether this explains an additional column. */
    default boolean allowsExtraColumn(String actual) {
        return false;
    }

    /** Whether this explains a missing column. */
    default boolean allowsMissingColumn(String expected) {
        return false;
    }

    /** Whether this explains another text in a cell or a column's name. */
    default boolean turns(String column, String expected, String actual) {
        return false;
    }

    /** The expected line as this server prints it; empty when this does not apply to the line. */
    default Optional<String> rewritten(String expected) {
        return Optional.empty();
    }

    /** Whether this explains another text of a line. */
    default boolean turnsLine(String expected, String actual) {
        return false;
    }

    /** Whether this explains an additional line. */
    default boolean allowsExtraLine(String actual) {
        return false;
    }

    /** Whether this explains a missing line. */
    default boolean allowsMissingLine(String expected) {
        return false;
    }

    /** Columns that newer servers have and the lab file lacks. */
    static KnownDifference extraColumns(String reason, String... names) {
        return new ExtraColumns(reason, Set.copyOf(Arrays.asList(names)));
    }

    /** Columns that the lab file has and newer servers lack. */
    static KnownDifference missingColumns(String reason, String... names) {
        return new MissingColumns(reason, Set.copyOf(Arrays.asList(names)));
    }

    /** A column with another name on newer servers. */
    static KnownDifference renamedColumn(String reason, String expected, String actual) {
        return new RenamedColumn(reason, expected, actual);
    }

    /** A value with another text on newer servers, in any column. */
    static KnownDifference changedValue(String reason, String expected, String actual) {
        return new ChangedValue(reason, expected, actual);
    }

    /** A line with another text on newer servers; the replacement may use {@code $1}. */
    static KnownDifference renamedLine(String reason, String regex, String replacement) {
        return new RenamedLine(reason, Pattern.compile(regex), replacement);
    }

    /** A line that sets {@code primary_conninfo} to a connection string for the same target. */
    static KnownDifference connectionString(String reason) {
        return new ConnectionString(reason);
    }

    /** A line that newer servers do not print. */
    static KnownDifference missingLine(String reason, String regex) {
        return new MissingLine(reason, Pattern.compile(regex));
    }

    /** A line that newer servers print in addition. */
    static KnownDifference extraLine(String reason, String regex) {
        return new ExtraLine(reason, Pattern.compile(regex));
    }

    /** See {@link #extraColumns}. */
    record ExtraColumns(String reason, Set<String> names) implements KnownDifference {
        public ExtraColumns {
            names = Set.copyOf(names);
        }

        @Override
        public boolean allowsExtraColumn(String actual) {
            return names.contains(actual);
        }

        @Override
        public Drift drift() {
            return Drift.COSMETIC;
        }
    }

    /** See {@link #missingColumns}. */
    record MissingColumns(String reason, Set<String> names) implements KnownDifference {
        public MissingColumns {
            names = Set.copyOf(names);
        }

        @Override
        public boolean allowsMissingColumn(String expected) {
            return names.contains(expected);
        }

        @Override
        public Drift drift() {
            return Drift.REMOVED;
        }
    }

    /** See {@link #renamedColumn}. */
    record RenamedColumn(String reason, String from, String to) implements KnownDifference {
        @Override
        public boolean turns(String column, String expected, String actual) {
            return column.equals(from) && expected.equals(from) && actual.equals(to);
        }

        @Override
        public Drift drift() {
            return Drift.RENAMED;
        }
    }

    /** See {@link #changedValue}. */
    record ChangedValue(String reason, String from, String to) implements KnownDifference {
        @Override
        public boolean turns(String column, String expected, String actual) {
            return !column.equals(expected) && expected.equals(from) && actual.equals(to);
        }

        @Override
        public Drift drift() {
            return Drift.RENAMED;
        }
    }

    /** See {@link #renamedLine}. */
    record RenamedLine(String reason, Pattern pattern, String replacement) implements KnownDifference {
        @Override
        public Optional<String> rewritten(String expected) {
            var matcher = pattern.matcher(expected);
            return matcher.matches() ? Optional.of(matcher.replaceFirst(replacement)) : Optional.empty();
        }

        @Override
        public Drift drift() {
            return Drift.COSMETIC;
        }
    }

    /** See {@link #connectionString}. */
    record ConnectionString(String reason) implements KnownDifference {
        @Override
        public boolean turnsLine(String expected, String actual) {
            return ConninfoLine.sameTarget(expected, actual);
        }

        @Override
        public Drift drift() {
            return Drift.COSMETIC;
        }
    }

    /** See {@link #missingLine}. */
    record MissingLine(String reason, Pattern pattern) implements KnownDifference {
        @Override
        public boolean allowsMissingLine(String expected) {
            return pattern.matcher(expected).matches();
        }

        @Override
        public Drift drift() {
            return Drift.REMOVED;
        }
    }

    /** See {@link #extraLine}. */
    record ExtraLine(String reason, Pattern pattern) implements KnownDifference {
        @Override
        public boolean allowsExtraLine(String actual) {
            return pattern.matcher(actual).matches();
        }

        @Override
        public Drift drift() {
            return Drift.COSMETIC;
        }
    }
}
