package dev.pgduo.transcript.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indication in the prose about the commands after it.
 *
 * @param node {@code a}, {@code b}, {@link Hints#BOTH}, or null
 * @param sessions the sessions: none, one or several
 * @param title whether it is in a title
 */
record Said(@Nullable String node, List<Integer> sessions, String reason, boolean title) {
    boolean several() {
        return Hints.BOTH.equals(node) || sessions.size() > 1;
    }

    /** Why a command is in these sessions. */
    static String reason(List<Integer> sessions) {
        return sessions.size() == 1
                ? "the text above speaks of session " + sessions.get(0)
                : "the text above speaks of several sessions";
    }

    /** Why a command is on this node. */
    static String reason(String node) {
        if (node.equals("c")) {
            return "the text above speaks of a third server, and a lab has two";
        }
        return node.equals(Hints.BOTH)
                ? "the text above speaks of both servers"
                : "the text above speaks of the " + (node.equals("a") ? "first" : "second") + " server";
    }
}
