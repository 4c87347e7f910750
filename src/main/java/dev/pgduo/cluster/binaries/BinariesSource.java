package dev.pgduo.cluster.binaries;

import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.Optional;

/** A place that servers come from: this machine, or downloads. */
public interface BinariesSource {
    /** What {@code --pg} and {@code PGDUO_PG_SOURCE} call it. */
    String name();

    /** Every server that it has ready, newest first. */
    List<ServerBinaries> available();

    /** The versions that it can give, newest first, whether they are ready or still have to be fetched. */
    List<ServerVersion> versions();

    /**
     * The server of this version, fetched when it is not ready; empty when this source cannot have it.
     *
     * @throws LabException when it could not be fetched
     */
    Optional<ServerBinaries> get(ServerVersion version);

    /** Where it looked, one place a line, for the report when nothing suits. */
    List<String> searched();
}
