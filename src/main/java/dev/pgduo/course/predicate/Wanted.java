package dev.pgduo.course.predicate;

import dev.pgduo.lab.os.GuardedRegex;
import java.util.List;
import java.util.regex.Pattern;

/** The expected rows of a query; fields of a row are joined by {@code |}, as {@code psql -At} prints them. Sealed. */
public sealed interface Wanted {
    /**
     * Whether these rows are the expected ones.
     *
     * @throws dev.pgduo.report.LabException when a regular expression takes too long
     */
    boolean holds(List<String> rows);

    /** The text in a lab file. */
    String written();

    /** Exactly one row with this text. */
    record Text(String row) implements Wanted {
        @Override
        public boolean holds(List<String> rows) {
            return rows.equals(List.of(row));
        }

        @Override
        public String written() {
            return row;
        }
    }

    /** One row or more, in which the expression matches. */
    record Regex(String expression) implements Wanted {
        @Override
        public boolean holds(List<String> rows) {
            return !rows.isEmpty() && new GuardedRegex(expression, Pattern.MULTILINE).finds(String.join("\n", rows));
        }

        @Override
        public String written() {
            return "/" + expression + "/";
        }
    }

    /** These rows in any order; an empty list for no row. */
    record Rows(List<String> rows) implements Wanted {
        public Rows {
            rows = rows.stream().sorted().toList();
        }

        @Override
        public boolean holds(List<String> actual) {
            return rows.equals(actual.stream().sorted().toList());
        }

        @Override
        public String written() {
            return "{" + String.join("; ", rows) + "}";
        }
    }
}
