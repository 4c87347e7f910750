package dev.pgduo.shell.script;

import dev.pgduo.replay.PlayListener;
import dev.pgduo.replay.result.Cell;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.LiveSteps;
import dev.pgduo.replay.result.StepListener;
import dev.pgduo.shell.lab.LabContext;
import java.util.List;

/** A lab that can be played on a server, on a temporary pair of its own. */
public final class LabPlay {
    private final ThrowAwayRun stage;
    private final LabContext context;
    private final CellPlan plan;

    /** @param context the context for its commands */
    private LabPlay(ThrowAwayRun stage, LabContext context, CellPlan plan) {
        this.stage = stage;
        this.context = context;
        this.plan = plan;
    }

    /**
     * Makes plays of a lab on servers. Errors of the file, and reasons why it cannot be played, are part of the result.
     *
     * @param file a file on the disk, or the path of a lab of pgduo's own
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
     * Plays the lab. An interrupt ends the play before its next step.
     *
     * @param steps hears of the begin and the end of each step that runs something
     * @return the result, including errors
     */
    public LabOutcome play(StepListener steps) {
        return new CellPlayer(stage, context, Manner.plain(false), any -> listener(steps)).play(plan);
    }

    private PlayListener listener(StepListener steps) {
        return new LiveSteps(plan.lab().transcript().orElseThrow(), steps);
    }
}
