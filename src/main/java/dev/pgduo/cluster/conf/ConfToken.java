package dev.pgduo.cluster.conf;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One token of a configuration line, as the server's scanner finds it: the longest match is taken, and of equally long ones the
 * first of {@link Kind}.
 *
 * @param kind what it is
 * @param start the index of its first character in the line
 * @param end the index after it
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/utils/misc/guc-file.l">guc-file.l of 15</a>
 */
record ConfToken(Kind kind, int start, int end) {
    private static final String LETTER = "[A-Za-z_\\u0080-\\uffff]";
    private static final String LETTER_OR_DIGIT = "[A-Za-z_0-9\\u0080-\\uffff]";
    private static final String ID = LETTER + LETTER_OR_DIGIT + "*+";
    private static final List<Kind> WORDS =
            List.of(Kind.ID, Kind.QUALIFIED_ID, Kind.UNQUOTED_STRING, Kind.INTEGER, Kind.REAL, Kind.EQUALS);
    private static final Set<Kind> VALUES = Set.of(Kind.ID, Kind.STRING, Kind.UNQUOTED_STRING, Kind.INTEGER, Kind.REAL);

    /** The scanner's kinds of tokens, in order. */
    enum Kind {
        ID(ConfToken.ID),
        QUALIFIED_ID(ConfToken.ID + "\\." + ConfToken.ID),
        UNQUOTED_STRING(LETTER + "[A-Za-z_0-9\\u0080-\\uffff\\-._:/]*+"),
        INTEGER("[-+]?(?:0x[0-9a-fA-F]++|[0-9]++)[a-zA-Z]*+"),
        REAL("[-+]?[0-9]*+\\.[0-9]*+(?:[Ee][-+]?[0-9]++)?"),
        EQUALS("="),
        /** A string in single quotes; parsed by code, because a regular expression would need deep recursion. */
        STRING("(?!)"),
        /** A character that no rule matches. */
        ERROR("(?!)"),
        /** The end of the line, before which there may be blanks and a comment. */
        END("(?!)");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** The token of a line without newline, at or after an index. */
    static ConfToken at(String line, int from) {
        int start = from;
        while (start < line.length() && " \t\r".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        if (start == line.length() || line.charAt(start) == '#') {
            return new ConfToken(Kind.END, start, line.length());
        }
        return line.charAt(start) == '\'' ? string(line, start) : word(line, start);
    }

    private static ConfToken word(String line, int start) {
        ConfToken longest = new ConfToken(Kind.ERROR, start, start + 1);
        int length = 0;
        for (Kind kind : WORDS) {
            Matcher m = kind.pattern.matcher(line).region(start, line.length());
            if (m.lookingAt() && m.end() - start > length) {
                longest = new ConfToken(kind, start, m.end());
                length = m.end() - start;
            }
        }
        return longest;
    }

    /**
     * Parses a string. A doubled quote may also end it when there is no other end: the scanner takes the longest string that
     * ends.
     */
    private static ConfToken string(String line, int start) {
        int closed = -1;
        int i = start + 1;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '\'') {
                closed = i + 1;
                if (closed == line.length() || line.charAt(closed) != '\'') {
                    break;
                }
            }
            i += c == '\'' || c == '\\' ? 2 : 1;
        }
        return closed < 0 ? new ConfToken(Kind.ERROR, start, start + 1) : new ConfToken(Kind.STRING, start, closed);
    }

    /** Whether a value can be written without quotes. */
    static boolean canBeBare(String plain) {
        ConfToken token = at(plain, 0);
        return token.kind != Kind.STRING && token.isValue() && token.start == 0 && token.end == plain.length();
    }

    boolean isName() {
        return kind == Kind.ID || kind == Kind.QUALIFIED_ID;
    }

    boolean isValue() {
        return VALUES.contains(kind);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    String in(String line) {
        return line.substring(start, end);
    }
}
