package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ExpectedLines;
import dev.pgduo.transcript.model.Header;

/**
 * Writes an output line so that exactly that line is read again. A line that would be read as a pattern, a prompt, a directive,
 * a rule or the end of its block is written as a pattern that matches only itself: {@code ...} as {@code [.]\.\. (re)},
 * {@code => x} as {@code [=]> x (re)}, an empty line in column 0 as {@code  (re)}.
 */
public final class LiteralLine {
    private final LineShape shape;
    private final BlockPrefix prefix;

    public LiteralLine(Header header, BlockPrefix prefix) {
        this.shape = new LineShape(header);
        this.prefix = prefix;
    }

    /** The line with its prefix, without a terminator. */
    public String write(String actual) {
        String plain = prefix.text() + actual;
        return safe(plain, actual) ? plain : quoted(actual);
    }

    /** The first line of a block without a prompt, which must not be blank. */
    public String writeFirst(String actual) {
        return actual.isBlank() ? quoted(actual) : write(actual);
    }

    private String quoted(String actual) {
        return prefix.text() + pattern(actual) + ExpectedLines.REGEX;
    }

    private boolean safe(String plain, String actual) {
        return actual.chars()
                        .noneMatch(
                                c -> c == '\r' || c == '\n' || c == 0 || c == 0xFEFF || Character.isSurrogate((char) c))
                && !actual.contains("%{")
                && !shape.special(plain)
                && !shape.rule(plain)
                && actual.equals(prefix.strip(plain))
                && ExpectedLines.read(1, actual) instanceof ExpectedLine.Exact;
    }

    /** A pattern in which the first character is in brackets, so that the line does not look like anything else. */
    private static String pattern(String actual) {
        if (actual.isEmpty()) {
            return "";
        }
        String first = actual.substring(0, actual.offsetByCodePoints(0, 1));
        String quoted = ExpectedLines.quoteRegex(first);
        String head = "[" + (first.matches("[-\\[\\]^&\\\\]") ? "\\" + first : quoted) + "]";
        return head + ExpectedLines.quoteRegex(actual.substring(first.length()));
    }
}
