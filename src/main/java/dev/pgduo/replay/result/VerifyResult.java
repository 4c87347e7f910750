package dev.pgduo.replay.result;

import dev.pgduo.replay.shard.Plan;
import java.util.List;

/**
 * The complete result of a run of verify.
 *
 * @param version pgduo's version
 * @param plan the plan of which it played a part
 * @param runs the results, in the plan's order
 * @param unavailable the servers that were not available
 */
public record VerifyResult(String version, Plan plan, List<Run> runs, List<Unavailable> unavailable) {
    public VerifyResult {
        runs = List.copyOf(runs);
        unavailable = List.copyOf(unavailable);
    }

    /**
     * The result of one lab on one server.
     *
     * @param cell its number in the plan, from 1
     */
    public record Run(int cell, LabOutcome outcome) {}

    /**
     * A server that was not available.
     *
     * @param server the word with which it was asked for
     * @param cells the numbers of the labs that were to be played on it in this run
     * @param words the error, line by line
     */
    public record Unavailable(String server, List<Integer> cells, List<String> words) {
        public Unavailable {
            cells = List.copyOf(cells);
            words = List.copyOf(words);
        }
    }

    /** The results of the labs. */
    public List<LabOutcome> outcomes() {
        return runs.stream().map(Run::outcome).toList();
    }
}
