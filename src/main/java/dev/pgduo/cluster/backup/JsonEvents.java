package dev.pgduo.cluster.backup;

/** Hears what is in a JSON text, in its order. */
interface JsonEvents {
    void objectStart() throws ManifestException;

    void objectEnd() throws ManifestException;

    void arrayStart() throws ManifestException;

    void arrayEnd() throws ManifestException;

    void field(String name) throws ManifestException;

    /** A string without its quotes, a number, or one of the three words. */
    void scalar(String text) throws ManifestException;
}
