package dev.pgduo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.ServerVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsTest {
    private static final String TABLE = " n \n---\n 1\n(1 row)\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "cat flag; true",
                "ls | grep -c flag2; true",
                "ps aux | grep wal | wc -l; true",
                "cat a > b; false",
                "ls | tee x; false",
                "cat $(rm x); false",
                "pg_ctl status; false",
                "psql -p 5433 -Atc 'select count(*) from t'; true",
                "PGPORT=5433 psql -c 'table t' --command 'show port'; true",
                "psql -c 'insert into t values (1)'; false",
                "psql -c 'select 1' -c 'select pg_switch_wal()'; false",
                "psql -o x -c 'table t'; false",
                "psql -Atc 'table t' | tee x; false",
                "psql; false"
            })
    void linesOfAnOsShell(String line, boolean reads) {
        assertThat(Reads.only(line)).isEqualTo(reads);
    }

    @Test
    void waitingHelpsWhereRowsMayChange() {
        assertThat(helps("select n from t;", TABLE, " n \n---\n 2\n(1 row)")).isTrue();
        assertThat(helps("select n from t;", TABLE, " n \n---\n(0 rows)")).isTrue();
        assertThat(helps("table t;", "-[ RECORD 1 ]\nn | 1\n", "(0 rows)")).isTrue();
        assertThat(helps("select n from t;", TABLE, " m \n---\n 1\n(1 row)")).isFalse();
        assertThat(helps("select n from t;", TABLE.replace("---", "----"), TABLE))
                .isFalse();
        assertThat(helps("select n from t;", TABLE, "ERROR:  no")).isFalse();
        assertThat(helps("select 2 as n;", TABLE, " n \n---\n 2\n(1 row)")).isFalse();
        assertThat(helps("select count(*) as n from t;", TABLE, " n \n---\n 2\n(1 row)"))
                .isTrue();
    }

    private static boolean helps(String sql, String expected, String actual) {
        String lab = "    => " + sql + "\n" + expected.indent(4);
        Transcript transcript = TranscriptReader.parse(lab, "x.lab");
        Environment environment = new Environment(ServerVersion.ofMajor(15), "linux", tool -> false);
        ResolvedStep step = transcript.resolve(environment).steps().get(0);
        Judge judge = new Judge(transcript, new KnownDifferences(new Capabilities(15)), PlayOptions.STANDARD);
        judge.next(step);
        Optional<String> error = actual.startsWith("ERROR") ? Optional.of("42P01") : Optional.empty();
        Outcome outcome = Outcome.of(List.of(actual.split("\n")), error, true);
        Verdict verdict = judge.judge(step, outcome, Captures.none());
        assertThat(verdict.failed()).isTrue();
        return Reads.mayComeRight(step.step(), verdict, outcome);
    }
}
