package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.control.ControlData;
import java.util.List;

/**
 * The plan of a rewind.
 *
 * @param decisions the actions, in order
 * @param pieces the parts of files to fetch for them
 * @param source the source's pg_control when the plan was made
 * @param checkpoint where the target's recovery begins
 */
record RewindPlan(List<FileMap.Decision> decisions, Pieces pieces, ControlData source, CommonCheckpoint checkpoint) {
    RewindPlan {
        decisions = List.copyOf(decisions);
    }
}
