package dev.pgduo.replay;

import dev.pgduo.lab.Waited;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.ResolvedStep;
import java.util.List;

/** Is told what happens while a lab file is played, in order, on the player's thread. */
public interface PlayListener {
    /** A step begins; for one that runs something its output follows. */
    default void begins(ResolvedStep step) {}

    /** The same with the values that the step's references stand for. */
    default void begins(ResolvedStep step, Captures captures) {
        begins(step);
    }

    /** A wait that the lab file does not show took place. */
    default void waited(Waited wait) {}

    /** A line of a step that is not tried again, as soon as it comes; {@link #printed} tells all of them once more. */
    default void printing(BlockPrefix prefix, String line) {}

    /** What the step printed; once a step, after its retries. */
    default void printed(BlockPrefix prefix, List<String> lines) {}

    /** The reader is told this: an old mechanism was replaced. */
    default void note(String text) {}

    /** A step that runs something has ended. */
    default void ended(StepResult result) {}
}
