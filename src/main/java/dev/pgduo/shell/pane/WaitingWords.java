package dev.pgduo.shell.pane;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.lab.session.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The messages about statements that wait. */
final class WaitingWords {
    private static final Pattern PROCESS = Pattern.compile("process (\\d+): ");
    private static final int MOST_SESSIONS = 9;

    private WaitingWords() {}

    static List<String> of(LabSessions desk, int session, Waiting waiting) {
        String holders = waiting.holders().replaceAll("\\s+", " ").replaceAll("[;\\s]+$", "");
        String named = PROCESS.matcher(holders)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(name(desk, match)));
        List<String> lines = new ArrayList<>();
        lines.add("session " + session + " on node " + desk.nodeOf(session) + " waits for " + waiting.event());
        if (!named.isEmpty()) {
            lines.add("blocked by " + named);
        }
        lines.add("its output comes later; Ctrl-C at its prompt cancels it");
        return lines;
    }

    /** The message when the person leaves a running statement for another pane. */
    static String left(int session, NodeName node) {
        return "the statement of session " + session + " on node " + node + " goes on; Alt-" + session
                + " goes back to it";
    }

    private static String name(LabSessions desk, MatchResult match) {
        int pid = Integer.parseInt(match.group(1));
        return IntStream.rangeClosed(1, MOST_SESSIONS)
                .filter(n -> desk.isOpen(n) && desk.session(n).session().backendPid() == pid)
                .mapToObj(n -> "session " + n + ": ")
                .findFirst()
                .orElse(match.group());
    }
}
