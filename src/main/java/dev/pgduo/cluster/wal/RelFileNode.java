package dev.pgduo.cluster.wal;

/**
 * The identification of a relation's files in WAL.
 *
 * @param tablespace the tablespace's OID: 1664 for pg_global, 1663 for pg_default
 * @param database the database's OID; 0 for a shared catalog
 * @param relation the number in the file's name
 */
public record RelFileNode(long tablespace, long database, long relation) {
    private static final long DEFAULT = 1663;
    private static final long GLOBAL = 1664;

    /** The path of its main fork's first segment, relative to the data directory. */
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
