package dev.pgduo.session.query;

import org.jspecify.annotations.Nullable;

/**
 * A statement's complete result, which waits to be printed.
 *
 * @param rows null when the statement returns none
 * @param tag the command tag; null for an empty query, and where it is not printed
 * @param failed whether it ended with an error, which was printed
 */
record Reply(@Nullable ResultRows rows, @Nullable String tag, boolean failed) {
    /** The number of rows in the tag, as text; 0 when there is none (libpq: {@code PQcmdTuples}). */
    String count() {
        return tag == null ? "0" : count(tag);
    }

    private static String count(String tag) {
        boolean counts = tag.matches("(INSERT [0-9]+|DELETE|UPDATE|SELECT|MOVE|FETCH|COPY|MERGE) [0-9]+");
        return counts ? tag.substring(tag.lastIndexOf(' ') + 1) : "0";
    }

    /** The OID of an inserted row, else 0 (libpq: {@code PQoidValue}). */
    String oid() {
        String[] words = tag == null ? new String[0] : tag.split(" ", -1);
        return words.length == 3 && words[0].equals("INSERT") ? words[1] : "0";
    }

    /** Whether the tag is printed after the rows. */
    boolean changes() {
        return tag != null && (tag.startsWith("INSERT") || tag.startsWith("UPDATE") || tag.startsWith("DELETE"));
    }
}
