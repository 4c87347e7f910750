package dev.pgduo.session.result;

import dev.pgduo.scan.Quoting;
import dev.pgduo.wire.Field;
import java.util.List;
import java.util.Optional;

/** The columns of a result for a crosstab, by their index. */
record CrosstabColumns(int down, int across, int data, Optional<Integer> order) {
    private static final String NAME = "\\crosstabview: ";

    /**
     * Determines the columns.
     *
     * @throws IllegalArgumentException with psql's message
     */
    static CrosstabColumns of(List<String> arguments, List<Field> fields) {
        if (fields.size() < 3) {
            throw new IllegalArgumentException(NAME + "query must return at least three columns");
        }
        int down = arguments.isEmpty() ? 0 : index(arguments.get(0), fields);
        int across = arguments.size() < 2 ? 1 : index(arguments.get(1), fields);
        if (down == across) {
            throw new IllegalArgumentException(NAME + "vertical and horizontal headers must be different columns");
        }
        int data = arguments.size() < 3 ? other(down, across, fields) : index(arguments.get(2), fields);
        Optional<Integer> order =
                arguments.size() < 4 ? Optional.empty() : Optional.of(index(arguments.get(3), fields));
        return new CrosstabColumns(down, across, data, order);
    }

    private static int other(int down, int across, List<Field> fields) {
        if (fields.size() != 3) {
            throw new IllegalArgumentException(
                    NAME + "data column must be specified when query returns more than three columns");
        }
        return 3 - down - across;
    }

    private static int index(String word, List<Field> fields) {
        if (word.matches("[0-9]+")) {
            int number = (int) Long.parseLong(word.length() > 18 ? "0" : word);
            if (number < 1 || number > fields.size()) {
                throw new IllegalArgumentException(
                        NAME + "column number " + number + " is out of range 1.." + fields.size());
            }
            return number - 1;
        }
        return named(Quoting.dequoted(word, true), fields);
    }

    private static int named(String name, List<Field> fields) {
        int found = -1;
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                if (found >= 0) {
                    throw new IllegalArgumentException(NAME + "ambiguous column name: \"" + name + "\"");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException(NAME + "column name not found: \"" + name + "\"");
        }
        return found;
    }
}
