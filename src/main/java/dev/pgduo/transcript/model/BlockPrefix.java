package dev.pgduo.transcript.model;

import org.jspecify.annotations.Nullable;

/**
 * The indent and bars in front of a block's lines, as the block's prompt has them; empty for OS and lab output.
 *
 * @param text blanks, tabs and bars
 * @param session it belongs to, 1 and up
 */
public record BlockPrefix(String text, int session) {
    /** No prefix: output in column 0, which a blank line ends. */
    public static final BlockPrefix NONE = new BlockPrefix("");

    /** The prefix of the session that has one more than its bars. */
    public BlockPrefix(String text) {
        this(text, bars(text) + 1);
    }

    /** The line without this prefix, or null when it does not stand in this block. */
    @Nullable
    public String strip(String line) {
        if (line.isBlank() && (text.isEmpty() || !line.startsWith(text))) {
            return bars(text) > 0 && line.equals(text.stripTrailing()) ? "" : null;
        }
        return line.startsWith(text) ? line.substring(text.length()) : stripLoosely(line);
    }

    /** The same session with other blanks: a tab for the indent, fewer blanks after the bar, a bar that lost its blanks. */
    private @Nullable String stripLoosely(String line) {
        int start = afterBlanks(line, 0);
        int end = start;
        while (end < line.length() && line.charAt(end) == '|') {
            end++;
        }
        if (end - start != bars(text)) {
            return null;
        }
        if (end == start) {
            return line.startsWith("\t") ? line.substring(1) : null;
        }
        int most = end + text.length() - (text.lastIndexOf('|') + 1);
        return line.substring(Math.min(afterBlanks(line, end), Math.max(most, end)));
    }

    private static int afterBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int bars(String text) {
        return (int) text.chars().filter(c -> c == '|').count();
    }
}
