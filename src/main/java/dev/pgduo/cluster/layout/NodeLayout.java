package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.files.SocketDirectory;
import java.nio.file.Path;

/**
 * The files and directories of a node, all in one directory of the lab.
 *
 * @param root the node's own directory, absolute
 */
public record NodeLayout(Path root) {
    public NodeLayout {
        root = root.toAbsolutePath().normalize();
    }

    /** PGDATA. */
    public Path data() {
        return root.resolve("data");
    }

    /** What {@code pg_ctl -l} writes to. */
    public Path logFile() {
        return root.resolve("server.log");
    }

    /** Where its server may keep finished segments of the log; not there until somebody makes it. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** There once the node has been used: its data directory is not filled by itself any more. */
    public Path usedFile() {
        return root.resolve(".used");
    }

    /** The passwords for libpq, PGPASSFILE; there only with SCRAM. */
    public Path passwordFile() {
        return root.resolve("pgpass");
    }

    /** Where the server's Unix-domain socket is: in the node's directory, or elsewhere when that is too long. */
    public Path socketDirectory() {
        return new SocketDirectory(root).path();
    }

    /** The server's lock file. */
    public Path postmasterFile() {
        return data().resolve("postmaster.pid");
    }

    public Path controlFile() {
        return ControlData.file(data());
    }

    /** Whether there is a database cluster, as pg_ctl sees it. */
    public boolean hasCluster() {
        return data().resolve("PG_VERSION").toFile().exists();
    }
}
