package dev.pgduo.transcript.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indication in the text about the commands after it.
 *
 * @param node {@code a}, {@code b}, {@link Hints#BOTH}, or null
 * @param sessions the sessions: none, one or several
 * @param reason what the text speaks of, for the report
 * @param source where the text says it
 * @param level the level of the section that it is in; 0 above the first title
 */
record Said(@Nullable String node, List<Integer> sessions, String reason, Source source, int level) {
    /** The part of a text that says it. */
    enum Source {
        TITLE,
        PARAGRAPH,
        /** A comment among commands. */
        COMMENT
    }

    /** No indication. */
    static final Said NOTHING = new Said(null, List.of(), "", Source.PARAGRAPH, 0);

    boolean several() {
        return Hints.BOTH.equals(node) || sessions.size() > 1;
    }

    /** The same, as if a title said it. */
    Said ofTitle() {
        return new Said(node, sessions, reason, Source.TITLE, level);
    }

    /** What a command itself has said, of the node in place of the text. */
    Said printed(String other, String why) {
        return new Said(other, sessions, why, Source.PARAGRAPH, level);
    }

    static String reason(List<Integer> sessions) {
        return sessions.size() == 1
                ? "the text above speaks of session " + sessions.get(0)
                : "the text above speaks of several sessions";
    }

    static String reason(String node) {
        if (node.equals("c")) {
            return "the text above speaks of a third server, and a lab has two";
        }
        return node.equals(Hints.BOTH)
                ? "the text above speaks of both servers"
                : "the text above speaks of the " + (node.equals("a") ? "first" : "second") + " server";
    }
}
