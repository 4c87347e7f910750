package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/** The start of a node that died. */
final class Revival {
    private Revival() {}

    /**
     * Starts the node, unless it runs.
     *
     * @throws LabException when two histories would come of it: the other node has taken over meanwhile
     */
    static void of(Scene scene) {
        Lab lab = scene.lab();
        NodeName name = scene.node();
        if (lab.node(name).status().pid().isPresent()) {
            return;
        }
        Finding finding = lab.check().look();
        PairPicture picture = finding.picture();
        if (picture.wouldBeSecondPrimary(name)
                || picture.wouldRestartAsSecondPrimary(name)
                || picture.wouldMixHistories(name)) {
            throw new LabException(ErrorReport.error(
                            "cannot heal by starting node " + name + ": the other node has gone on without it")
                    .detail(finding.verdict().words() + ".")
                    .hint(finding.verdict().advice()));
        }
        lab.recheckPorts();
        scene.server().start();
    }

    /** Whether the node runs. */
    static boolean runs(Scene scene) {
        return scene.lab().node(scene.node()).status().status().running();
    }
}
