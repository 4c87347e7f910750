package dev.pgduo.lab.load.daemon;

import dev.pgduo.lab.load.Script;
import dev.pgduo.lab.load.ScriptCommand;
import dev.pgduo.lab.load.Transaction;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as a load runs it: all its writes are in one transaction, which inserts its number into the ledger's table, so that
 * the result can be looked up later. A script without a transaction of its own is run in one.
 *
 * @param commit the number of the command that commits, from 0
 */
record LoadScript(Script script, int commit, boolean writing) {
    /** The variable that contains the transaction's number. */
    static final String NUMBER = "pgduo_load_id";

    private static final Pattern WORDS =
            Pattern.compile("(?s)(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*([A-Za-z]+)(?:\\s+([A-Za-z]+))?.*");

    private enum Act {
        BEGIN,
        COMMIT,
        NONE
    }

    /**
     * The script for this run.
     *
     * @throws LabException when it is not possible to identify its transactions in the table
     */
    static LoadScript of(Script script, long run, boolean writing) {
        List<ScriptCommand> commands = new ArrayList<>(script.commands());
        if (!writing) {
            return new LoadScript(script, commands.size() - 1, false);
        }
        String entry = "INSERT INTO " + LedgerTable.NAME + " (run, id, client) VALUES (" + run + ", :" + NUMBER
                + ", :client_id); ";
        int begin = last(commands, Act.BEGIN);
        int commit = last(commands, Act.COMMIT);
        Position nowhere = new Position(script.name(), 1, 1);
        if (begin < 0 && commit < 0) {
            commands.add(0, new ScriptCommand.Sql("BEGIN;", nowhere));
            commands.add(new ScriptCommand.Sql(entry + "END;", nowhere));
            commit = commands.size() - 1;
        } else if (begin < 0 || commit < begin) {
            throw unfinished(commands, Math.max(begin, commit), begin < 0);
        } else {
            ScriptCommand.Sql end = (ScriptCommand.Sql) commands.get(commit);
            if (!script.always(commit)) {
                throw new LabException(ErrorReport.error("COMMIT is inside an \\if block")
                        .hint("Write COMMIT after \\endif.")
                        .at(end.place()));
            }
            commands.set(commit, end.after(entry));
        }
        return new LoadScript(new Script(script.name(), script.weight(), commands), commit, true);
    }

    private static LabException unfinished(List<ScriptCommand> commands, int command, boolean begins) {
        Position place = ((ScriptCommand.Sql) commands.get(command)).place();
        String reason = begins
                ? "the script commits a transaction that it does not begin"
                : "the script begins a transaction that it does not commit";
        return new LabException(ErrorReport.error(reason)
                .hint("Write BEGIN and COMMIT, or neither: then the whole script is one transaction.")
                .at(place));
    }

    private static int last(List<ScriptCommand> commands, Act act) {
        for (int i = commands.size() - 1; i >= 0; i--) {
            if (act(commands.get(i)) == act) {
                return i;
            }
        }
        return -1;
    }

    private static Act act(ScriptCommand command) {
        Matcher words = WORDS.matcher(command instanceof ScriptCommand.Sql sql ? sql.text() : "");
        if (!words.matches()) {
            return Act.NONE;
        }
        String second = words.group(2) == null ? "" : words.group(2).toUpperCase(Locale.ROOT);
        return switch (words.group(1).toUpperCase(Locale.ROOT)) {
            case "BEGIN" -> Act.BEGIN;
            case "START" -> second.equals("TRANSACTION") ? Act.BEGIN : Act.NONE;
            case "COMMIT", "END" -> second.equals("PREPARED") ? Act.NONE : Act.COMMIT;
            default -> Act.NONE;
        };
    }

    /** The transaction's result as the client knows it. */
    TransactionVerdict verdict(Transaction.End end) {
        if (end.done() || (writing && end.command() > commit)) {
            return TransactionVerdict.ACKNOWLEDGED;
        }
        return writing && end.unanswered() && end.command() == commit
                ? TransactionVerdict.UNKNOWN
                : TransactionVerdict.REFUSED;
    }
}
