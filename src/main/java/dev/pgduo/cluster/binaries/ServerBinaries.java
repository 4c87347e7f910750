package dev.pgduo.cluster.binaries;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.nio.file.Path;
import java.util.Optional;

/** The programs of one PostgreSQL server: at least postgres, initdb and pg_ctl. */
public interface ServerBinaries {
    ServerVersion version();

    /** The directory that holds the programs. */
    Path bin();

    /** A description for messages: {@code PostgreSQL 15.18 in /usr/lib/postgresql/15/bin}. */
    String describe();

    /** The program of this name, if this server has it; a downloaded server may lack client programs. */
    Optional<Path> program(String name);

    /**
     * The program of this name.
     *
     * @throws LabException when this server does not have it
     */
    default Path require(String name) {
        return program(name)
                .orElseThrow(() -> new LabException(ErrorReport.error("could not find program \"" + name + "\"")
                        .detail(describe() + " does not have it.")
                        .hint("Install the client programs of PostgreSQL "
                                + version().majorName() + ".")));
    }
}
