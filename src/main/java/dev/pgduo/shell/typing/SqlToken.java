package dev.pgduo.shell.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of typed SQL, for colours and completion; a quote or comment that is not closed extends to the end.
 *
 * @param kind the token's kind
 * @param start its offset in the text
 */
record SqlToken(Kind kind, int start, String text) {
    enum Kind {
        COMMENT,
        STRING,
        NAME,
        META
    }

    /** The pattern, with one group for each kind, in the order of the kinds. */
    private static final Pattern PIECE = Pattern.compile("(--[^\\n]*|/\\*(?:[^*]++|\\*(?!/))*+(?:\\*/|$))"
            + "|([eE]?'(?:[^']++|'')*+(?:'|$)|\\$(\\w*)\\$[\\s\\S]*?(?:\\$\\3\\$|$))"
            + "|(\"(?:[^\"]++|\"\")*+(?:\"|$)|[\\p{L}_][\\p{L}\\p{N}_$]*)"
            + "|(\\\\[\\p{L}?!+]+)");

    private static final int STRING_GROUP = 2;
    private static final int NAME_GROUP = 4;

    /** The tokens that matter; blanks and signs between them are left out. */
    static List<SqlToken> of(String text) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            tokens.add(new SqlToken(kind(matcher), matcher.start(), matcher.group()));
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group(1) != null) {
            return Kind.COMMENT;
        }
        if (matcher.group(STRING_GROUP) != null) {
            return Kind.STRING;
        }
        return matcher.group(NAME_GROUP) != null ? Kind.NAME : Kind.META;
    }

    int end() {
        return start + text.length();
    }

    boolean keyword() {
        return kind == Kind.NAME && SqlKeywords.contains(text);
    }
}
