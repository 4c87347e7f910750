package dev.pgduo.cluster.backup;

import java.io.IOException;

/** A backup manifest says what it must not; the message is pg_verifybackup's. */
public final class ManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    ManifestException(String message) {
        super(message);
    }

    /** It does not have the form of a manifest. */
    static ManifestException unparsed(String why) {
        return new ManifestException("could not parse backup manifest: " + why);
    }
}
