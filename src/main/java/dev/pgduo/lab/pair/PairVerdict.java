package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;

/**
 * The verdict about a pair, and the advice. All that pgduo says about the pair comes from here.
 *
 * @param situation the kind
 * @param primary the node whose data are kept when the other one has to follow it
 * @param words a sentence without a full stop
 * @param commands the commands that make a healthy pair, as typed at {@code lab> }, in order; empty for a healthy pair, or when
 * there is no advice
 */
public record PairVerdict(Situation situation, NodeName primary, String words, List<String> commands) {
    public PairVerdict {
        commands = List.copyOf(commands);
    }

    /** The commands in one line for a HINT; an empty text when there are none. */
    public String advice() {
        return commands.isEmpty() ? "" : "Next: \"" + String.join("\", \"", commands) + "\".";
    }
}
