package dev.pgduo.session.describe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query file under its circumstances. Its notes:
 *
 * <ul>
 * <li>{@code refuse}: psql's words when the server does not have this
 * <li>{@code title}: above the table
 * <li>{@code none}: psql's words when there is no row
 * <li>{@code footer}: another file, whose answer has the lines below the table
 * <li>{@code each}: files for each row, whose columns are values in them
 * <li>{@code left}: all cells stand left; {@code uncounted}: no {@code (n rows)}; {@code counted}: always with it;
 * {@code flat}: never expanded
 * </ul>
 *
 * @param wanted whether there is a query to run
 * @param expanded whether the option {@code x} was typed
 * @param psql the major of the psql whose output is printed
 */
record Query(String sql, Map<String, List<String>> notes, boolean wanted, boolean expanded, int psql) {
    private static final int SHOWS_NULLS = 17;

    Query {
        notes = Map.copyOf(notes);
    }

    Optional<String> note(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return notes.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return notes.containsKey(name);
    }

    /** Whether nulls are shown as {@code \pset null} says; tables whose cells are composed by psql have no nulls. */
    boolean showsNulls() {
        return psql >= SHOWS_NULLS && !has("left");
    }
}
