package dev.pgduo.cluster.binaries;

import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.Optional;

/** A place that servers come from: this machine, or downloads. */
public interface BinariesSource {
    /** Its name in {@code --pg} and {@code PGDUO_PG_SOURCE}. */
    String name();

    /** The servers that are ready for use, newest first. */
    List<ServerBinaries> available();

    /** The available versions, newest first, whether they are ready or would have to be downloaded. */
    List<ServerVersion> versions();

    /**
     * The server of this version, downloaded if necessary; empty when this source does not have it.
     *
     * @throws LabException when it could not be downloaded
     */
    Optional<ServerBinaries> get(ServerVersion version);

    /** The places that were searched, one a line, for the error when no server matches. */
    List<String> searched();
}
