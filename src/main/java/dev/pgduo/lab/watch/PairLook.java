package dev.pgduo.lab.watch;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;

/** One look at both nodes. */
public final class PairLook {
    private PairLook() {}

    /** Asks both nodes now; a server that does not answer costs two seconds at most. */
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
