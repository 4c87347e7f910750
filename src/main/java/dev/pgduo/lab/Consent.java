package dev.pgduo.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.report.LabException;

/** Asks for permission before a command removes data that exist nowhere else. */
public interface Consent {
    /** Allows everything: the data are of no value, or the person has agreed before. */
    Consent GIVEN = (node, loss) -> {};

    /**
     * Returns when the node's data may be removed.
     *
     * @param loss what is lost with them, as a phrase: {@code is newer by 3 kB}
     * @throws LabException when the person does not agree
     */
    void overwrite(NodeName node, String loss);
}
