package dev.pgduo.cluster.backup;

/** Receives the parts of a JSON text in their order. */
interface JsonEvents {
    void objectStart() throws ManifestException;

    void objectEnd() throws ManifestException;

    void arrayStart() throws ManifestException;

    void arrayEnd() throws ManifestException;

    void field(String name) throws ManifestException;

    /** A string without its quotes, a number, or {@code true}, {@code false} or {@code null}. */
    void scalar(String text) throws ManifestException;
}
