package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;

/** One inspection of both nodes. */
public final class PairLook {
    private PairLook() {}

    /** Inspects both nodes now; waits at most two seconds for a server that does not answer. */
    public static PairFacts at(Lab lab) {
        return new PairFacts(node(lab, NodeName.A), node(lab, NodeName.B));
    }

    private static NodeFacts node(Lab lab, NodeName name) {
        NodeWatch watch = new NodeWatch(lab, name);
        try {
            return watch.look();
        } finally {
            watch.close();
        }
    }
}
