package dev.pgduo.cluster.layout;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.cluster.quantity.ServerQuery;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.PasswordFile;

/**
 * What a node is made of and run with.
 *
 * @param name a or b
 * @param layout its directories
 * @param port the port of its server
 * @param binaries its server programs
 * @param runAs the rights of its server
 * @param query queries its server, or {@link ServerQuery#none()}
 * @param superuser the bootstrap role, usually postgres
 * @param deadline how long its operations wait
 */
public record NodeSettings(
        NodeName name,
        NodeLayout layout,
        Port port,
        ServerBinaries binaries,
        RunAs runAs,
        ServerQuery query,
        String superuser,
        Deadline deadline) {
    public static NodeSettings of(NodeName name, NodeLayout layout, Port port, ServerBinaries binaries) {
        return new NodeSettings(
                name, layout, port, binaries, RunAs.probe(), ServerQuery.none(), "postgres", Deadline.DEFAULT);
    }

    public NodeSettings with(RunAs rights) {
        return new NodeSettings(name, layout, port, binaries, rights, query, superuser, deadline);
    }

    public NodeSettings with(ServerQuery question) {
        return new NodeSettings(name, layout, port, binaries, runAs, question, superuser, deadline);
    }

    public NodeSettings with(Deadline limit) {
        return new NodeSettings(name, layout, port, binaries, runAs, query, superuser, limit);
    }

    /** The password method in its pg_hba.conf. */
    public String passwordMethod() {
        return capabilities().has(Feature.SCRAM) ? "scram-sha-256" : "md5";
    }

    /** Writes the superuser's password into libpq's password file, for all servers of the lab. */
    public void rememberPassword(String password) {
        new SettingsFile(layout.passwordFile(), runAs).edit(old -> PasswordFile.line(superuser, password));
    }

    public Capabilities capabilities() {
        return Capabilities.of(binaries.version());
    }
}
