package dev.pgduo.lab.advice;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.List;
import java.util.Optional;

/** Looks for advice about what a server said. */
public final class Advices {
    private Advices() {}

    /**
     * What to do about an error message.
     *
     * @param sqlState five characters, or empty when it is not known
     * @param node the node that reported the message
     */
    public static Optional<String> on(String sqlState, String message, NodeName node) {
        return Advice.TABLE.stream()
                .flatMap(advice -> advice.on(sqlState, message, node).stream())
                .findFirst();
    }

    /**
     * The latest line of a log for which there is advice.
     *
     * @param line without the timestamp
     * @param hint what to do about it
     */
    public record Finding(String line, String hint) {}

    /** Advice for a node in trouble, from the last lines of its log; empty when there is none. */
    public static Optional<Finding> in(List<String> log, NodeName node) {
        for (int i = log.size() - 1; i >= 0; i--) {
            String line = log.get(i);
            Optional<String> hint =
                    line.matches(".*(FATAL|ERROR|PANIC|LOG|WARNING):  .*") ? on("", line, node) : Optional.empty();
            if (hint.isPresent()) {
                return Optional.of(
                        new Finding(line.replaceFirst("^.*?(?=(FATAL|ERROR|PANIC|LOG|WARNING):  )", ""), hint.get()));
            }
        }
        return Optional.empty();
    }
}
