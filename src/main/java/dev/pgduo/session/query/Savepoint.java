package dev.pgduo.session.query;

import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.TransactionStatus;
import dev.pgduo.wire.WireConnection;

/** The savepoint of ON_ERROR_ROLLBACK before a statement in a transaction. */
enum Savepoint {
    NONE,
    SET,
    /** The server has refused it, which was printed. */
    REFUSED;

    private static final String NAME = "pg_psql_temporary_savepoint";

    /** Sets a savepoint if it is wanted. */
    static Savepoint set(Psql psql, WireConnection connection) throws ConnectionLost {
        if (connection.status() != TransactionStatus.IN_TRANSACTION || !wanted(psql)) {
            return NONE;
        }
        return SilentQuery.run(psql, connection, "SAVEPOINT " + NAME) == null ? REFUSED : SET;
    }

    private static boolean wanted(Psql psql) {
        boolean interactive = psql.variables().is("ON_ERROR_ROLLBACK", "interactive");
        return interactive ? psql.frame().typed() : psql.variables().on("ON_ERROR_ROLLBACK");
    }

    /** Rolls back to the savepoint or releases it; returns false when the server refused that, which was printed. */
    boolean settle(Psql psql, WireConnection connection, boolean gone) throws ConnectionLost {
        if (this != SET) {
            return true;
        }
        return switch (connection.status()) {
            case IDLE -> true;
            case FAILED -> SilentQuery.run(psql, connection, "ROLLBACK TO " + NAME) != null;
            case IN_TRANSACTION -> gone || SilentQuery.run(psql, connection, "RELEASE " + NAME) != null;
        };
    }
}
