package dev.pgduo.lab.load;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks a script before it is run: the server parses each statement with the variables' initial values. Objects that the
 * script itself creates do not exist yet, so from its first DDL on only the syntax is checked; and the check ends at the first
 * {@code \\gset} or {@code \\if}, as results are not known.
 */
public final class ScriptCheck {
    private static final Pattern DDL =
            Pattern.compile("(?is)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(?:create|alter|drop|do|call)\\b.*");
    private static final String SYNTAX = "42601";

    private final Script script;
    private final Values values;
    private boolean making;

    /** @param values the variables' initial values */
    public ScriptCheck(Script script, Values values) {
        this.script = script;
        this.values = values;
    }

    /**
     * Checks the script.
     *
     * @throws LabException with the position of the first error
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
