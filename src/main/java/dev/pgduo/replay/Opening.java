package dev.pgduo.replay;

import dev.pgduo.transcript.Resolution;
import dev.pgduo.transcript.ResolvedStep;
import dev.pgduo.transcript.Step;
import java.util.List;
import java.util.Set;

/** How a transcript finds its lab: the reference lab begins with a running server on node a. */
final class Opening {
    /** Lab commands that begin with nodes that do not run. */
    private static final Set<String> FROM_SCRATCH = Set.of("new", "init", "start", "up", "reset", "destroy");

    private Opening() {}

    /** Whether node a runs before the first step: unless that is a lab command that makes or starts nodes. */
    static boolean startsNodeA(Resolution resolution) {
        List<Step> running = resolution.steps().stream()
                .map(ResolvedStep::step)
                .filter(Step::runs)
                .toList();
        return running.isEmpty()
                || !(running.get(0) instanceof Step.LabCommand first)
                || !FROM_SCRATCH.contains(first.command().split("\\s+", 2)[0]);
    }
}
