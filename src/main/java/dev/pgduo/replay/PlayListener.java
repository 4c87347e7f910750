package dev.pgduo.replay;

import dev.pgduo.lab.Waited;
import dev.pgduo.transcript.model.BlockPrefix;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.ResolvedStep;
import java.util.List;

/** Hears of the play of a lab file, in order, on the player's thread. */
public interface PlayListener {
    /** A step begins; if it runs something, its output follows. */
    default void begins(ResolvedStep step) {}

    /** A step begins, with the values for its references. */
    default void begins(ResolvedStep step, Captures captures) {
        begins(step);
    }

    /** A wait has taken place that is not in the lab file. */
    default void waited(Waited wait) {}

    /**
     * A line of output, as soon as it is printed, of a step that is not repeated; {@link #printed} gets all lines once more.
     */
    default void printing(BlockPrefix prefix, String line) {}

    /** The output of a step; called once, after all attempts. */
    default void printed(BlockPrefix prefix, List<String> lines) {}

    /** A note for the reader: an old mechanism was replaced. */
    default void note(String text) {}

    /** A step that runs something has ended. */
    default void ended(StepResult result) {}
}
