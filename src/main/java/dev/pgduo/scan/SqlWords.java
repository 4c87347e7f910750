package dev.pgduo.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits SQL into names, strings, numbers and signs, without blanks and comments. */
public final class SqlWords {
    private static final Pattern WORD = Pattern.compile(
            "--[^\\n]*+|/\\*.*?\\*/"
                    + "|(?<string>[eEnNbBxX]?'[^']*+(?:''[^']*+)*+'?|(?<tag>\\$(?:[A-Za-z_]\\w*)?\\$).*?\\k<tag>)"
                    + "|(?<quoted>\"[^\"]*+\"?)|(?<name>[\\p{L}_][\\p{L}\\p{N}_$]*+)|(?<number>\\d[\\w.]*+)"
                    + "|(?<sign>::|\\|\\||[^\\s])",
            Pattern.DOTALL);

    private SqlWords() {}

    /** The kinds of words. */
    public enum Kind {
        NAME,
        STRING,
        NUMBER,
        SIGN
    }

    /**
     * One word.
     *
     * @param text of a name in lower case unless it was quoted, without its quotes; else as it stands
     */
    public record Word(Kind kind, String text) {
        /** Whether it is this sign, or this name. */
        public boolean is(String other) {
            return text.equals(other) && kind != Kind.STRING;
        }

        public boolean name() {
            return kind == Kind.NAME;
        }
    }

    /** The words, in order. */
    public static List<Word> of(String sql) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("string") != null) {
                words.add(new Word(Kind.STRING, matcher.group()));
            } else if (matcher.group("quoted") != null) {
                words.add(new Word(Kind.NAME, matcher.group().replace("\"", "")));
            } else if (matcher.group("name") != null) {
                words.add(new Word(Kind.NAME, matcher.group().toLowerCase(Locale.ROOT)));
            } else if (matcher.group("number") != null) {
                words.add(new Word(Kind.NUMBER, matcher.group()));
            } else if (matcher.group("sign") != null) {
                words.add(new Word(Kind.SIGN, matcher.group()));
            }
        }
        return words;
    }
}
