package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;

/**
 * How two nodes stand to each other, and what to do about it. The only source of what pgduo says of the pair.
 *
 * @param situation the kind
 * @param primary the node whose data stay when the other one has to follow it
 * @param words a sentence without a full stop
 * @param commands what makes a healthy pair of it, as typed at {@code lab> }, in order; none where it is one, or nothing is known
 */
public record PairVerdict(Situation situation, NodeName primary, String words, List<String> commands) {
    public PairVerdict {
        commands = List.copyOf(commands);
    }

    /** The commands in one line for a hint; an empty text when there are none. */
    public String advice() {
        return commands.isEmpty() ? "" : "Next: \"" + String.join("\", \"", commands) + "\".";
    }
}
