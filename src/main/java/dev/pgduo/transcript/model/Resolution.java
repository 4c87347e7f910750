package dev.pgduo.transcript.model;

import java.util.List;

/**
 * A lab file as it applies in one environment.
 *
 * @param environment that it applies in
 * @param steps in file order, flat
 * @param branches every branch that was looked at, in file order, for {@code verify --audit}
 * @param tasks in file order, each with the place of its solution among the steps
 */
public record Resolution(
        Environment environment, List<ResolvedStep> steps, List<BranchUse> branches, List<ResolvedTask> tasks) {
    public Resolution {
        steps = List.copyOf(steps);
        branches = List.copyOf(branches);
        tasks = List.copyOf(tasks);
    }
}
