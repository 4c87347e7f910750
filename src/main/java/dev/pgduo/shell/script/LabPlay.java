package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.LiveSteps;
import dev.pgduo.replay.result.StepListener;
import dev.pgduo.shell.lab.LabContext;
import java.util.List;

/** A lab that can be played on a server, on a pair of its own that goes afterwards. */
public final class LabPlay {
    private final ThrowAwayRun stage;
    private final LabContext context;
    private final CellPlan plan;

    /** @param context that its commands run with */
    private LabPlay(ThrowAwayRun stage, LabContext context, CellPlan plan) {
        this.stage = stage;
        this.context = context;
        this.plan = plan;
    }

    /**
     * Reads a lab. What cannot be read or played is said when it is played.
     *
     * @param file on the disk, or the path of a lab of pgduo's own
     */
    public static List<LabPlay> of(String file, List<Target> targets, ThrowAwayRun stage, LabContext context) {
        LabFile lab = LabFile.read(file);
        return targets.stream()
                .map(target -> new LabPlay(stage, context, new CellPlan(lab, target)))
                .toList();
    }

    /** The lab and the server. */
    public Cell cell() {
        return plan.cell();
    }

    /**
     * Plays it. An interrupt ends the play before its next step.
     *
     * @param steps is told of each step that runs something, when it begins and when it has ended
     * @return all that became of it; what goes wrong is part of it
     */
    public LabOutcome play(StepListener steps) {
        return new CellPlayer(stage, context, Manner.plain(false), any -> listener(steps)).play(plan);
    }

    private PlayListener listener(StepListener steps) {
        return new LiveSteps(plan.lab().transcript().orElseThrow(), steps);
    }
}
