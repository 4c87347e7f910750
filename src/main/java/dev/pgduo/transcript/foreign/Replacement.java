package dev.pgduo.transcript.foreign;

import org.jspecify.annotations.Nullable;

/**
 * What pgduo does in the place of a command that has no sense in a lab.
 *
 * @param what in the command is the reason
 * @param instead a line of the same shell, a {@code lab>} line, or null when the command is left out
 * @param advice what pgduo has for it, a whole sentence
 */
record Replacement(String what, @Nullable String instead, String advice) {
    private static final String LAB = "lab> ";

    /** The command of pgduo, when that is what stands in its place; null otherwise. */
    @Nullable
    String lab() {
        return instead != null && instead.startsWith(LAB) ? instead.substring(LAB.length()) : null;
    }
}
