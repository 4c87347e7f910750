package dev.pgduo.transcript.read;

import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ExpectedLines;
import dev.pgduo.transcript.model.Header;

/**
 * How an output line is written so that reading finds exactly that line again. A line that would be taken for a pattern, a
 * prompt, a directive, a rule or the end of its block is written as a pattern for itself: {@code ...} as
 * {@code [.]\.\. (re)}, {@code => x} as {@code [=]> x (re)}, an empty line in column 0 as {@code  (re)}.
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

    /** The first line of a block without a prompt, where a blank one would begin none. */
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

    /** The first character goes into brackets, so that the line begins like nothing else. */
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
