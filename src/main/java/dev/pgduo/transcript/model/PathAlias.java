package dev.pgduo.transcript.model;

/**
 * A path in a lab file that is mapped to a directory or file of a node.
 *
 * @param path absolute, without a slash at the end
 * @param place its meaning
 */
public record PathAlias(String path, Place place) {
    /** The places of a node. */
    public enum Place {
        /** The data directory. */
        DATA,
        /** The server log file. */
        LOG,
        /** The node's own directory, the home of its OS shell. */
        HOME,
        /** The directory of the server's programs. */
        BIN,
        /** The directory of the Unix-domain socket. */
        SOCKET,
        /** A directory for archived WAL files. */
        ARCHIVE
    }
}
