package dev.pgduo.export;

import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventPane;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of a page about a step. */
public final class StepText {
    private StepText() {}

    /** The place where it is typed, in words. */
    public static String where(EventPane pane) {
        if (pane.node().isEmpty()) {
            return pane.name().isEmpty() ? "session" : pane.name();
        }
        String what = pane.name().startsWith("os") ? "operating system" : pane.name();
        return "node " + pane.node() + ", " + what;
    }

    /** The state of the nodes after a step; empty when it is not known. */
    public static String pair(Event ended) {
        String nodes = List.of("a", "b").stream()
                .map(node -> node(ended, node))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" \u2014 "));
        return ended.fact("behind").isEmpty() || ended.fact("behind").equals("0")
                ? nodes
                : nodes + " (" + ended.fact("behind") + " bytes behind)";
    }

    private static String node(Event ended, String node) {
        if (ended.fact(node + ".role").isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>(List.of(node));
        words.add(ended.fact(node + ".role").equals("node") ? ended.fact(node + ".state") : ended.fact(node + ".role"));
        if (!ended.fact(node + ".timeline").isEmpty()) {
            words.add("timeline " + ended.fact(node + ".timeline"));
        }
        if (!ended.fact(node + ".lsn").isEmpty()) {
            words.add(ended.fact(node + ".lsn"));
        }
        return String.join(" ", words);
    }
}
