package dev.pgduo.cluster.binaries.download;

import java.io.IOException;

/** An archive is damaged: truncated, changed, or with contents that no server has. */
final class DamagedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedArchive(String reason) {
        super(reason);
    }

    DamagedArchive(IOException cause) {
        super(cause.getMessage() == null ? "unexpected end" : cause.getMessage(), cause);
    }
}
