package dev.pgduo.cluster.binaries;

import java.util.List;

/** A place that servers come from: this machine now, downloads some day. */
public interface BinariesSource {
    /** Every server that it has ready, newest first. */
    List<ServerBinaries> available();

    /** Where it looked, one place a line, for the report when nothing suits. */
    List<String> searched();
}
