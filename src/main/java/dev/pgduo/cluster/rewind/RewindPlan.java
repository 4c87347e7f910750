package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import java.util.List;

/**
 * All that is going to be done.
 *
 * @param decisions the files, in their order
 * @param pieces what has to be fetched for them
 * @param source the source's pg_control, as it was when it was decided
 * @param checkpoint from where the target recovers
 */
record RewindPlan(List<FileMap.Decision> decisions, Pieces pieces, ControlData source, CommonCheckpoint checkpoint) {
    RewindPlan {
        decisions = List.copyOf(decisions);
    }
}
