package dev.pgduo.replay;

import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.util.List;
import java.util.Set;

/** The state in which a lab file finds its lab: normally, as in the reference lab, a server is running on node a. */
public final class InitialState {
    /** Commands of the lab that expect nodes which do not run. */
    private static final Set<String> FROM_SCRATCH = Set.of("new", "init", "start", "up", "reset", "destroy");

    private InitialState() {}

    /** Whether node a is started before the first step: not if that is a command of the lab which creates or starts nodes. */
    static boolean startsNodeA(Resolution resolution) {
        List<Step> running = resolution.steps().stream()
                .map(ResolvedStep::step)
                .filter(Step::runs)
                .toList();
        return running.isEmpty() || !(running.get(0) instanceof Step.LabCommand first) || !fromScratch(first.command());
    }

    /** Whether a lab whose first step is this command begins with nodes that do not run. */
    public static boolean fromScratch(String command) {
        return FROM_SCRATCH.contains(command.split("\\s+", 2)[0]);
    }
}
