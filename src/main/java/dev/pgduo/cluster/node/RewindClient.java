package dev.pgduo.cluster.node;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.rewind.Rewind;
import dev.pgduo.version.Feature;

/** The ways to rewind a node: by the program or by pgduo itself. */
public enum RewindClient {
    /** The server's pg_rewind where it is there and can do it, else pgduo itself. */
    USUAL {
        @Override
        boolean takes(NodeSettings node) {
            return node.capabilities().has(Feature.REWIND_RECOVERS)
                    || ControlData.tryRead(node.layout().data())
                            .filter(Rewind::clean)
                            .isPresent();
        }
    },
    /** pgduo itself, without any program but the server's. */
    PGDUO {
        @Override
        boolean takes(NodeSettings node) {
            return false;
        }
    },
    /** The server's pg_rewind. */
    PG_REWIND {
        @Override
        boolean takes(NodeSettings node) {
            node.binaries().require("pg_rewind");
            return true;
        }
    };

    /** Whether the program is to be used, which is there. */
    abstract boolean takes(NodeSettings node);
}
