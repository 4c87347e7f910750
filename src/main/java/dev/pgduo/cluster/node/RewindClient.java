package dev.pgduo.cluster.node;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.layout.NodeSettings;
import dev.pgduo.cluster.rewind.Rewind;
import dev.pgduo.version.Feature;

/** The programs that rewind a node. */
public enum RewindClient {
    /** The server's pg_rewind where it exists and can rewind, else pgduo's own code. */
    USUAL {
        @Override
        boolean takes(NodeSettings node) {
            return node.capabilities().has(Feature.REWIND_RECOVERS)
                    || ControlData.tryRead(node.layout().data())
                            .filter(Rewind::clean)
                            .isPresent();
        }
    },
    /** pgduo's own code, which needs only the server program. */
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

    /** Whether the program is used, which then must exist. */
    abstract boolean takes(NodeSettings node);
}
