package dev.pgduo.transcript.model;

import java.util.List;

/**
 * A lab file with all conditions decided for one environment.
 *
 * @param environment the environment
 * @param steps the steps in file order, without nesting
 * @param branches every branch whose condition was evaluated, in file order, for {@code verify --audit}
 * @param tasks in file order, each with the position of its solution among the steps
 */
public record Resolution(
        Environment environment, List<ResolvedStep> steps, List<BranchUse> branches, List<ResolvedTask> tasks) {
    public Resolution {
        steps = List.copyOf(steps);
        branches = List.copyOf(branches);
        tasks = List.copyOf(tasks);
    }
}
