package dev.pgduo.scan;

/** Values as SQL literals and identifiers (libpq: {@code PQescapeLiteral}, {@code PQescapeIdentifier}). */
public final class Quoting {
    private Quoting() {}

    /** {@code 'value'}, or {@code  E'value'} with a leading blank when there is a backslash. */
    public static String literal(String value) {
        return (value.indexOf('\\') < 0 ? "" : " ") + constant(value);
    }

    /** The same without the leading blank, for a place behind a blank; means the same whatever standard_conforming_strings is. */
    public static String constant(String value) {
        String quoted = "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted;
    }

    /** {@code "value"}, always quoted. */
    public static String identifier(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /** A name as psql's commands take it: double quotes are removed, and the text outside of them may be put in lower case. */
    public static String dequoted(String word, boolean downcase) {
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '"') {
                name.append(quoted || !downcase || c >= 0x80 ? c : Character.toLowerCase(c));
            } else if (quoted && i + 1 < word.length() && word.charAt(i + 1) == '"') {
                name.append(c);
                i++;
            } else {
                quoted = !quoted;
            }
        }
        return name.toString();
    }

    /** A value quoted as a word of a shell line (psql: {@code appendShellString}). */
    public static String shellWord(String value) {
        return value.matches("[-A-Za-z0-9_./:]+") ? value : "'" + value.replace("'", "'\"'\"'") + "'";
    }
}
