package dev.pgduo.cluster.backup;

import java.io.IOException;

/** A backup manifest is not valid; the message is pg_verifybackup's. */
public final class ManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    ManifestException(String message) {
        super(message);
    }

    /** The file cannot be parsed as a manifest. */
    static ManifestException unparsed(String why) {
        return new ManifestException("could not parse backup manifest: " + why);
    }
}
