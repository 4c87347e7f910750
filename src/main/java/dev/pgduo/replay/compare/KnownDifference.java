package dev.pgduo.replay.compare;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A difference between the recorded text and today's server that has a reason. It is used only where the comparison fails
 * without it. Regular expressions match a whole line.
 */
public sealed interface KnownDifference {
    /** Why the texts differ, for the reader. */
    String reason();

    /** What kind of difference it explains. */
    Drift drift();

    /** Whether a column that came but is not expected is explained. */
    default boolean allowsExtraColumn(String actual) {
        return false;
    }

    /** Whether an expected column that did not come is explained. */
    default boolean allowsMissingColumn(String expected) {
        return false;
    }

    /** Whether a cell or column name that reads otherwise is explained. */
    default boolean turns(String column, String expected, String actual) {
        return false;
    }

    /** What an expected line reads today, or empty when this says nothing about it. */
    default Optional<String> rewritten(String expected) {
        return Optional.empty();
    }

    /** Whether a line that reads otherwise today is explained. */
    default boolean turnsLine(String expected, String actual) {
        return false;
    }

    /** Whether a line that came but is not expected is explained. */
    default boolean allowsExtraLine(String actual) {
        return false;
    }

    /** Whether an expected line that did not come is explained. */
    default boolean allowsMissingLine(String expected) {
        return false;
    }

    /** Columns that newer servers have and the lab file does not. */
    static KnownDifference extraColumns(String reason, String... names) {
        return new ExtraColumns(reason, Set.copyOf(Arrays.asList(names)));
    }

    /** Columns the lab file has and newer servers do not. */
    static KnownDifference missingColumns(String reason, String... names) {
        return new MissingColumns(reason, Set.copyOf(Arrays.asList(names)));
    }

    /** A column that is called otherwise today. */
    static KnownDifference renamedColumn(String reason, String expected, String actual) {
        return new RenamedColumn(reason, expected, actual);
    }

    /** A value that reads otherwise today, in any column. */
    static KnownDifference changedValue(String reason, String expected, String actual) {
        return new ChangedValue(reason, expected, actual);
    }

    /** A line that reads otherwise today; the replacement may use {@code $1}. */
    static KnownDifference renamedLine(String reason, String regex, String replacement) {
        return new RenamedLine(reason, Pattern.compile(regex), replacement);
    }

    /** A line with the setting {@code primary_conninfo}, whose connection string leads to the same place. */
    static KnownDifference connectionString(String reason) {
        return new ConnectionString(reason);
    }

    /** A line that no longer comes. */
    static KnownDifference missingLine(String reason, String regex) {
        return new MissingLine(reason, Pattern.compile(regex));
    }

    /** A line that comes today. */
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
