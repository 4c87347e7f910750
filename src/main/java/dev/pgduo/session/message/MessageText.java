package dev.pgduo.session.message;

import dev.pgduo.wire.ServerMessage;

/**
 * Formats a server's message as libpq does ({@code pqBuildErrorMessage3}, version 15).
 *
 * @param verbosity psql's VERBOSITY
 * @param context psql's SHOW_CONTEXT
 */
public record MessageText(Verbosity verbosity, Context context) {
    /** psql's variable VERBOSITY. */
    public enum Verbosity {
        TERSE,
        SQLSTATE,
        DEFAULT,
        VERBOSE
    }

    /** psql's variable SHOW_CONTEXT. */
    public enum Context {
        NEVER,
        ERRORS,
        ALWAYS
    }

    /** psql's defaults. */
    public static final MessageText DEFAULT = new MessageText(Verbosity.DEFAULT, Context.ERRORS);

    public MessageText withVerbosity(Verbosity newVerbosity) {
        return new MessageText(newVerbosity, context);
    }

    public MessageText withContext(Context newContext) {
        return new MessageText(verbosity, newContext);
    }

    /** The complete lines for an error of this query. */
    public String error(ServerMessage message, String query) {
        return build(message, query, context != Context.NEVER);
    }

    /** The complete lines for a notice during this query. */
    public String notice(ServerMessage message, String query) {
        return build(message, query, context == Context.ALWAYS);
    }

    private String build(ServerMessage message, String query, boolean withContext) {
        StringBuilder text = new StringBuilder(message.severity()).append(":  ");
        if (verbosity == Verbosity.SQLSTATE && !message.sqlState().isEmpty()) {
            return text.append(message.sqlState()).append('\n').toString();
        }
        if (verbosity == Verbosity.VERBOSE) {
            text.append(message.sqlState()).append(": ");
        }
        text.append(message.message());
        position(text, message, query);
        if (verbosity != Verbosity.TERSE) {
            text.append(message.details(withContext));
        }
        if (verbosity == Verbosity.VERBOSE) {
            origin(text, message);
        }
        return text.toString();
    }

    private void position(StringBuilder text, ServerMessage message, String query) {
        boolean own = message.position() > 0;
        int position = own ? message.position() : message.internalPosition();
        String where = own ? query : message.field('q');
        if (position <= 0 || (!own && where == null)) {
            text.append('\n');
        } else if (verbosity == Verbosity.TERSE || where == null) {
            text.append(" at character ").append(position).append('\n');
        } else {
            text.append('\n').append(CaretLine.of(where, position));
        }
    }

    private static void origin(StringBuilder text, ServerMessage message) {
        text.append(message.line("SCHEMA NAME:  ", 's'));
        text.append(message.line("TABLE NAME:  ", 't'));
        text.append(message.line("COLUMN NAME:  ", 'c'));
        text.append(message.line("DATATYPE NAME:  ", 'd'));
        text.append(message.line("CONSTRAINT NAME:  ", 'n'));
        String file = message.field('F');
        String routine = message.field('R');
        if (file != null && message.field('L') != null) {
            text.append("LOCATION:  ").append(routine == null ? "" : routine + ", ");
            text.append(file).append(':').append(message.text('L')).append('\n');
        }
    }
}
