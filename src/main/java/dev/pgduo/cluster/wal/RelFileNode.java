package dev.pgduo.cluster.wal;

/**
 * The files of one relation, as the write-ahead log names them.
 *
 * @param tablespace its OID; that of the shared catalogs is 1664, that of the databases' default 1663
 * @param database its OID; 0 for a shared catalog
 * @param relation the number in the file's name
 */
public record RelFileNode(long tablespace, long database, long relation) {
    private static final long DEFAULT = 1663;
    private static final long GLOBAL = 1664;

    /** The file of its main fork's first segment, below the data directory. */
    public String path(WalFormat format) {
        if (tablespace == GLOBAL) {
            return "global/" + relation;
        }
        String name = database + "/" + relation;
        return tablespace == DEFAULT
                ? "base/" + name
                : "pg_tblspc/" + tablespace + "/" + format.tablespaceDirectory() + "/" + name;
    }

    /** {@code 1663/5/16384}. */
    @Override
    public String toString() {
        return tablespace + "/" + database + "/" + relation;
    }
}
