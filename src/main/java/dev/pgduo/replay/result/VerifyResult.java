package dev.pgduo.replay.result;

import dev.pgduo.replay.shard.Plan;
import java.util.List;

/**
 * All that a run of verify has found.
 *
 * @param version the program's
 * @param plan what it played a part of
 * @param runs each lab on each server that there was, in the plan's order
 * @param unavailable the servers that could not be had
 */
public record VerifyResult(String version, Plan plan, List<Run> runs, List<Unavailable> unavailable) {
    public VerifyResult {
        runs = List.copyOf(runs);
        unavailable = List.copyOf(unavailable);
    }

    /**
     * One lab on one server.
     *
     * @param cell its number in the plan, 1 and up
     */
    public record Run(int cell, LabOutcome outcome) {}

    /**
     * A server that could not be had.
     *
     * @param server as it was asked for
     * @param cells the numbers of the labs that were to be played on it here
     * @param words why, line by line
     */
    public record Unavailable(String server, List<Integer> cells, List<String> words) {
        public Unavailable {
            cells = List.copyOf(cells);
            words = List.copyOf(words);
        }
    }

    /** What became of the labs. */
    public List<LabOutcome> outcomes() {
        return runs.stream().map(Run::outcome).toList();
    }
}
