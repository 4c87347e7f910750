package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.LabException;

/** Asks before a command removes data that exist nowhere else. */
public interface Consent {
    /** Says yes to everything: the data are known to be of no worth, or somebody has agreed before. */
    Consent GIVEN = (node, loss) -> {};

    /**
     * Returns when the node's data may go.
     *
     * @param loss what goes with them: {@code is newer by 3 kB}
     * @throws LabException when they may not
     */
    void overwrite(NodeName node, String loss);
}
