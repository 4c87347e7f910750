package dev.pgduo.session.query;

import dev.pgduo.wire.ServerMessage;

/** The variables about the last query (psql: {@code SetResultVariables}). */
final class ResultVariables {
    private ResultVariables() {}

    static void succeeded(VariableStore variables, String rowCount) {
        variables.set("ERROR", "false");
        variables.set("SQLSTATE", "00000");
        variables.set("ROW_COUNT", rowCount);
    }

    static void failed(VariableStore variables, ServerMessage error) {
        failed(variables, error.sqlState(), error.message());
    }

    static void failed(VariableStore variables, String sqlState, String message) {
        variables.set("ERROR", "true");
        variables.set("SQLSTATE", sqlState);
        variables.set("ROW_COUNT", "0");
        variables.set("LAST_ERROR_SQLSTATE", sqlState);
        variables.set("LAST_ERROR_MESSAGE", message);
    }
}
