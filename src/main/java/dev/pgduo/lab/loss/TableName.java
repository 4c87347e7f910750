package dev.pgduo.lab.loss;

import dev.pgduo.cluster.wal.RelFileNode;

/**
 * The name of a table, as far as it is known.
 *
 * @param database the database's name; empty when only the file is known
 * @param table the schema and the name, quoted where SQL requires it; or the file
 */
public record TableName(Kind kind, String database, String table) {
    /** The kinds of tables. */
    public enum Kind {
        USER,
        /** A system catalog. */
        CATALOG,
        /** A TOAST table, which stores the long values of another table. */
        TOAST,
        /** Only the number of its file is known. */
        FILE
    }

    /** The table of a file whose name is not known. */
    static TableName unknown(RelFileNode file) {
        return new TableName(
                SideWork.ofUser(file) ? Kind.FILE : Kind.CATALOG,
                "",
                "file " + file.database() + "/" + file.relation());
    }

    /** The name in messages: with the database, unless that is the default one. */
    public String words() {
        return database.isEmpty() || database.equals("postgres") ? table : database + ": " + table;
    }
}
