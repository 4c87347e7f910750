package dev.pgduo.transcript.foreign;

import org.jspecify.annotations.Nullable;

/**
 * The replacement of a command that has no meaning in a lab.
 *
 * @param what the part of the command that is the reason
 * @param instead a line of the same shell, a {@code lab>} line, or null when the command is omitted
 * @param advice a whole sentence about the replacement
 */
record Replacement(String what, @Nullable String instead, String advice) {
    private static final String LAB = "lab> ";

    /** The command of pgduo in its place; null when it is another line. */
    @Nullable
    String lab() {
        return instead != null && instead.startsWith(LAB) ? instead.substring(LAB.length()) : null;
    }
}
