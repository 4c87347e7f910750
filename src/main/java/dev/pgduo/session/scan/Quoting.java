package dev.pgduo.session.scan;

/** Values as SQL literals and identifiers (libpq: {@code PQescapeLiteral}, {@code PQescapeIdentifier}). */
public final class Quoting {
    private Quoting() {}

    /** {@code 'value'}, or {@code  E'value'} with a leading blank when there is a backslash. */
    public static String literal(String value) {
        String doubled = value.replace("'", "''");
        return value.indexOf('\\') < 0 ? "'" + doubled + "'" : " E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** {@code "value"}, always quoted. */
    public static String identifier(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
