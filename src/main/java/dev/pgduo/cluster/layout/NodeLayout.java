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

    /** The data directory. */
    public Path data() {
        return root.resolve("data");
    }

    /** The log file of {@code pg_ctl -l}. */
    public Path logFile() {
        return root.resolve("server.log");
    }

    /** The directory for archived WAL segments; it does not exist until somebody makes it. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** A file that exists once the node has been used; pgduo does not initialise such a node by itself. */
    public Path usedFile() {
        return root.resolve(".used");
    }

    /** The password file for libpq (PGPASSFILE); exists only with a password. */
    public Path passwordFile() {
        return root.resolve("pgpass");
    }

    /**
     * The directory of the server's Unix-domain socket: in the node's directory, or in /tmp when the path would be too long.
     */
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

    /** Whether there is a database cluster, by pg_ctl's criteria. */
    public boolean hasCluster() {
        return data().resolve("PG_VERSION").toFile().exists();
    }
}
