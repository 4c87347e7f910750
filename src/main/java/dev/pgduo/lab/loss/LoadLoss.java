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
 * @param told what they were told
 * @param check what the node has
 */
public record LoadLoss(LoadFigures.Counts told, LedgerCheck check) {
    /** The comparison for the running load, or for the last one; empty when none has written, or the node cannot be asked. */
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
