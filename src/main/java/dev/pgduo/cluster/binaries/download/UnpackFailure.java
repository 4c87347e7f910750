package dev.pgduo.cluster.binaries.download;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The reason why a server could not be unpacked.
 *
 * @param server the server's name for messages
 * @param jar the archive
 * @param cache the directory for the unpacked server
 */
record UnpackFailure(String server, Path jar, Path cache) {
    ErrorReport cancelled() {
        return ErrorReport.error("could not unpack " + server + ": cancelled");
    }

    ErrorReport damaged(DamagedArchive cause) {
        return ErrorReport.error("could not unpack " + server + ": \"" + jar + "\" is damaged")
                .detail("Reading it failed: " + cause.getMessage() + ".")
                .hint("Remove this file; it is then downloaded again.");
    }

    ErrorReport unwritable(IOException cause) {
        return ErrorReport.error("could not unpack " + server + " into \"" + cache + "\": " + FailureReason.of(cause))
                .hint("It needs 60 MB in a directory that can be written; XDG_CACHE_HOME names another one.");
    }
}
