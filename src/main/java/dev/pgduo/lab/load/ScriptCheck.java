package dev.pgduo.lab.load;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at a script before it is run: the server parses each statement, with the values that the variables could have. What a
 * script makes itself is not there yet, so that from its first DDL on only the syntax counts; and what depends on a result cannot be
 * known, so that it ends at the first {@code \\gset} or {@code \\if}.
 */
public final class ScriptCheck {
    private static final Pattern DDL =
            Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(?:create|alter|drop|do|call)\\b.*");
    private static final String SYNTAX = "42601";

    private final Script script;
    private final Values values;
    private boolean making;

    /** @param values what the variables are at the beginning */
    public ScriptCheck(Script script, Values values) {
        this.script = script;
        this.values = values;
    }

    /**
     * Checks all of it.
     *
     * @throws LabException with the place of the first thing that is wrong
     */
    public void by(WireConnection server) {
        for (ScriptCommand command : script.commands()) {
            try {
                if (command instanceof ScriptCommand.Condition) {
                    return;
                } else if (command instanceof ScriptCommand.Set set) {
                    set.run(values);
                } else if (command instanceof ScriptCommand.Sql sql) {
                    statement(sql, server);
                    if (sql.keep().which() != Keep.Which.NONE) {
                        return;
                    }
                }
            } catch (ScriptError e) {
                throw new LabException(e.report(), e);
            } catch (ConnectionLost e) {
                throw new LabException(ErrorReport.error("could not check the script: the connection was lost"), e);
            }
        }
    }

    private void statement(ScriptCommand.Sql sql, WireConnection server) throws ConnectionLost {
        Transaction.Answer answer = new Transaction.Answer();
        server.describe(sql.filled(values), answer);
        Optional<ServerMessage> wrong = answer.error().filter(this::counts);
        if (wrong.isPresent()) {
            ServerMessage error = wrong.get();
            throw new LabException(ErrorReport.error(error.message())
                    .detail(error.field('D'))
                    .hint(error.field('H'))
                    .at(sql.place(values, Math.max(1, error.position()))));
        }
        making |= DDL.matcher(sql.text()).matches();
    }

    private boolean counts(ServerMessage error) {
        return error.sqlState().equals(SYNTAX) || (!making && error.sqlState().startsWith("42"));
    }
}
