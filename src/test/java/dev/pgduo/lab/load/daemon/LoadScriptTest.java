package dev.pgduo.lab.load.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pgduo.lab.load.Script;
import dev.pgduo.lab.load.ScriptCommand;
import dev.pgduo.lab.load.ScriptReader;
import dev.pgduo.lab.load.Transaction;
import dev.pgduo.report.LabException;
import dev.pgduo.wire.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadScriptTest {
    private static final String ENTRY =
            "INSERT INTO public.pgduo_load (run, id, client) VALUES (7, :pgduo_load_id, :client_id); ";

    private static LoadScript of(String text) {
        return LoadScript.of(ScriptReader.read("f", text, 1), 7, true);
    }

    private static List<String> sources(LoadScript script) {
        return script.script().commands().stream().map(ScriptCommand::source).toList();
    }

    @Test
    void leavesTheNumberInTheTransactionOfTheScript() {
        LoadScript script = of("\\set a 1\nBEGIN;\nselect :a;\n-- done\nCOMMIT;\nselect 2;");
        assertThat(script.commit()).isEqualTo(3);
        assertThat(((ScriptCommand.Sql) script.script().commands().get(3)).text())
                .isEqualTo(ENTRY + "COMMIT;");
        assertThat(script.script().commands()).hasSize(5);
    }

    @Test
    void makesOneTransactionOfAScriptWithoutAny() {
        LoadScript script = of("insert into t values (1);\nupdate t set x = 2;");
        assertThat(sources(script))
                .containsExactly("BEGIN;", "insert into t values (1);", "update t set x = 2;", ENTRY + "END;");
        assertThat(script.commit()).isEqualTo(3);
    }

    @Test
    void leavesAScriptThatOnlyReadsAsItIs() {
        Script script = ScriptReader.read("f", "select 1;", 1);
        assertThat(LoadScript.of(script, 7, false).script()).isEqualTo(script);
    }

    @Test
    void refusesWhatBeginsAndDoesNotEnd() {
        LabException error =
                catchThrowableOfType(LabException.class, () -> of("select 1;\n  begin;\nselect 2;\nrollback;"));
        assertThat(error.report().render())
                .startsWith("f:2:3: ERROR:  the script begins a transaction that it does not commit\nHINT:  ");
        error = catchThrowableOfType(LabException.class, () -> of("begin;\n\\if 1\n  commit;\n\\endif"));
        assertThat(error.report().render()).startsWith("f:3:3: ERROR:  COMMIT is inside an \\if block");
        error = catchThrowableOfType(LabException.class, () -> of("select 1;\ncommit;"));
        assertThat(error.report().render())
                .startsWith("f:2:1: ERROR:  the script commits a transaction that it does not begin");
    }

    private static Transaction.End end(int command, boolean error, boolean lost, boolean unanswered) {
        Optional<ServerMessage> message =
                error ? Optional.of(new ServerMessage(Map.of('C', "57P01"))) : Optional.empty();
        return new Transaction.End(command, message, lost, unanswered, "");
    }

    @Test
    void onlyACommitWithoutAnswerIsOfUnknownFate() {
        LoadScript script = of("BEGIN;\nselect 1;\nCOMMIT;\nselect 2;");
        assertThat(script.verdict(end(3, false, false, false))).isEqualTo(TransactionVerdict.ACKNOWLEDGED);
        assertThat(script.verdict(end(3, false, true, true))).isEqualTo(TransactionVerdict.ACKNOWLEDGED);
        assertThat(script.verdict(end(2, false, true, true))).isEqualTo(TransactionVerdict.UNKNOWN);
        assertThat(script.verdict(end(2, true, true, true))).isEqualTo(TransactionVerdict.UNKNOWN);
        assertThat(script.verdict(end(2, true, true, false))).isEqualTo(TransactionVerdict.REFUSED);
        assertThat(script.verdict(end(2, true, false, false))).isEqualTo(TransactionVerdict.REFUSED);
        assertThat(script.verdict(end(1, false, true, true))).isEqualTo(TransactionVerdict.REFUSED);
    }
}
