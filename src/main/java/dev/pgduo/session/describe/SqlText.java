package dev.pgduo.session.describe;

/** Text as it is written in SQL. */
final class SqlText {
    private SqlText() {}

    /** A string literal that means the same with and without {@code standard_conforming_strings}. */
    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted;
    }
}
