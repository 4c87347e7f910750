package dev.pgduo.cluster.rewind;

/**
 * One entry of a data directory.
 *
 * @param path relative to the data directory, with slashes
 * @param size bytes; 0 for anything but a file
 * @param link a symbolic link's target; empty for anything else
 */
record ClusterFile(String path, Kind kind, long size, String link) {
    /** The kinds of entries. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK
    }

    static ClusterFile file(String path, long size) {
        return new ClusterFile(path, Kind.FILE, size, "");
    }

    static ClusterFile directory(String path) {
        return new ClusterFile(path, Kind.DIRECTORY, 0, "");
    }

    static ClusterFile link(String path, String target) {
        return new ClusterFile(path, Kind.LINK, 0, target);
    }
}
