package dev.pgduo.transcript.model;

import org.jspecify.annotations.Nullable;

/**
 * The indentation and bars before a block's lines, taken from the block's prompt; empty for OS and lab output.
 *
 * @param text blanks, tabs and bars
 * @param session the session's number, from 1
 */
public record BlockPrefix(String text, int session) {
    /** No prefix: output in column 0, which ends at a blank line. */
    public static final BlockPrefix NONE = new BlockPrefix("");

    /** A prefix whose session's number is the number of its bars plus one. */
    public BlockPrefix(String text) {
        this(text, bars(text) + 1);
    }

    /** The line without this prefix, or null when the line does not belong to this block. */
    @Nullable
    public String strip(String line) {
        if (line.isBlank() && (text.isEmpty() || !line.startsWith(text))) {
            return bars(text) > 0 && line.equals(text.stripTrailing()) ? "" : null;
        }
        return line.startsWith(text) ? line.substring(text.length()) : stripLoosely(line);
    }

    /**
     * The line without a prefix of the same session with other blanks: a tab as indentation, fewer blanks after the bar, or
     * none.
     */
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
