package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.load.daemon.LabLoad;
import dev.pgduo.lab.load.daemon.LedgerCheck;
import dev.pgduo.lab.load.daemon.LoadFigures;
import dev.pgduo.report.LabException;
import java.util.Optional;

/**
 * Compares the results that a load's clients got with what a node has.
 *
 * @param told the results that the clients got
 * @param check the comparison with the node's table
 */
public record LoadLoss(LoadFigures.Counts told, LedgerCheck check) {
    /** The comparison for the running or the last load; empty when it did not write, or the node cannot be asked. */
    public static Optional<LoadLoss> of(Lab lab, NodeName node) {
        LabLoad load = lab.load();
        Optional<LoadFigures> figures = load.figures();
        if (figures.isEmpty() || !Lost.answers(lab, node)) {
            return Optional.empty();
        }
        try {
            return load.order().writing()
                    ? Optional.of(new LoadLoss(
                            figures.get().counts(),
                            load.check(sql -> lab.query(node).rows(sql))))
                    : Optional.empty();
        } catch (LabException e) {
            return Optional.empty();
        }
    }
}
