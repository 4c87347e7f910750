package dev.pgduo.lab.loss;

import dev.pgduo.cluster.wal.RelFileNode;

/**
 * A table, as far as it is known.
 *
 * @param database its name; empty when only the file is known
 * @param table with its schema, quoted where SQL wants it; or the file
 */
public record TableName(Kind kind, String database, String table) {
    /** Whose it is. */
    public enum Kind {
        USER,
        /** One of the system's own. */
        CATALOG,
        /** Where long values of other tables are. */
        TOAST,
        /** Only the number of its file is known. */
        FILE
    }

    /** The table of a file that nobody can name. */
    static TableName unknown(RelFileNode file) {
        return new TableName(
                SideWork.ofUser(file) ? Kind.FILE : Kind.CATALOG,
                "",
                "file " + file.database() + "/" + file.relation());
    }

    /** As a person reads it: with the database, unless that is the usual one. */
    public String words() {
        return database.isEmpty() || database.equals("postgres") ? table : database + ": " + table;
    }
}
