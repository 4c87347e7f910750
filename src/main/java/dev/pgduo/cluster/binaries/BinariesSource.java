package dev.pgduo.cluster.binaries;

import dev.pgduo.report.LabException;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.Optional;

/** A place that servers come from: this machine, or downloads. */
public interface BinariesSource {
    /** Its name in {@code --pg} and {@code PGDUO_PG_SOURCE}. */
    String name();

    /** The servers that can be used at once, newest first. */
    List<ServerBinaries> available();

    /** The versions that it can give, newest first, whether they are ready or still have to be fetched. */
    List<ServerVersion> versions();

    /**
     * The server of this version, fetched when it is not ready; empty when this source cannot have it.
     *
     * @throws LabException when it could not be fetched
     */
    Optional<ServerBinaries> get(ServerVersion version);

    /** The places where it looked, one on each line, for the error when no server fits. */
    List<String> searched();
}
