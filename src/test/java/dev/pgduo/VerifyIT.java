package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code verify} says of labs that are wrong. */
class VerifyIT {
    private static final String TABLE = """
            => select 1 as one, pg_backend_pid() as pid;
             one |  pid
            -----+-------
               1 | 12345
            (1 row)

        """;

    @TempDir
    Path directory;

    private Path lab(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Ran verify(String text) throws IOException {
        return Ran.pgduo(
                directory,
                "verify",
                lab("x.lab", "---\nretry: 0s\n---\n" + text).toString());
    }

    @Test
    void goesOnAfterBadFiles() throws IOException {
        Path good = lab("good.lab", "postgres> echo ok\nok\n");
        Path bad = lab("bad.lab", "%nosuch\npostgres> echo ok\n");
        Path junit = directory.resolve("junit.xml");
        Ran ran =
                Ran.pgduo(directory, "verify", "/nosuch", bad.toString(), good.toString(), "--junit", junit.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "could not open file \"/nosuch\": No such file or directory",
                        "bad.lab:1:1: ERROR:  unknown directive \"%nosuch\"",
                        "good.lab: PostgreSQL",
                        "1 matched");
        assertThat(Files.readString(junit))
                .contains("name=\"/nosuch [PG ", "tests=\"1\" failures=\"0\" errors=\"1\"", "good.lab");
    }

    @Test
    void failsErrorsThatNobodyAnnounced() throws IOException {
        Ran ran = verify("""
            => select 1/0;

        postgres> false

        %expect-error 22013
            => select 1/0;

        %expect-error
            => select 1;
        """);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "put \"%expect-error 22012\" above the step",
                        "Expected SQLSTATE 22013, got 22012.",
                        "the step succeeded, but an error was expected",
                        "4 failed")
                .doesNotContain("DETAIL:  \n");
    }

    @Test
    void endsAStatementThatDoesNotEnd() throws IOException {
        Ran ran = Ran.pgduo(
                directory, "verify", "--step-timeout", "1s", lab("x.lab", """
                => select pg_sleep(1000);

                => select 1 as one;
                 one\s
                -----
                   1
                (1 row)

            """).toString());
        assertThat(ran.text())
                .contains(
                        "the statement did not return within 1 s",
                        "or --step-timeout",
                        "1 matched, 0 adapted, 1 failed");
    }

    @Test
    void tellsWhoHoldsUpAStatement() throws IOException {
        Ran ran = verify("""
            => create table t(n int);
            CREATE TABLE

            => begin;
            BEGIN

            => lock table t;
            LOCK TABLE

            ||    psql -p 5432

            ||    => insert into t values (1);
            ||    INSERT 0 1

            => commit;
            COMMIT

            ||    => select count(*) from t;
            ||     count\s
            ||    -------
            ||         1
            ||    (1 row)
            ||
        """);
        assertThat(ran.text())
                .contains("the statement is waiting", "waits for Lock/relation", "lock table t;", "1 failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /var/tmp/pgduo-outside",
                "rm -rf ../../..",
                "touch /var/tmp/pgduo-outside",
                "echo a = 1 >> /var/tmp/postgresql.conf"
            })
    void refusesToChangeAnythingOutsideTheLab(String line) throws IOException {
        Ran ran = verify("postgres> " + line + "\n");
        assertThat(ran.text()).contains("it is outside the lab");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void overlooksVolatileValuesOnly() throws IOException {
        assertThat(verify(TABLE.replace("12345", "54321")).code()).isZero();
        assertThat(verify(TABLE.replace("12345", "   77")).code()).isEqualTo(1);
        assertThat(verify(TABLE.replace("  1 |", "  2 |")).code()).isEqualTo(1);
        assertThat(verify(TABLE.replace(" one |", " two |")).code()).isEqualTo(1);
        assertThat(verify(TABLE.replace("(1 row)", "(2 rows)")).code()).isEqualTo(1);
    }

    @Test
    void updatesSoThatItVerifiesAtOnce() throws IOException {
        Path lab = lab("old.lab", """
        ---
        retry: 0s
        ---
        Prose stays.\s\s

        postgres> printf '...\\nend (re)\\n=> x\\n'
        old

            => select 5 as n;
             n\s
            ---
             6
            (1 row)
           \s
        %capture n = n

            => select %{n} + 1 as m;
             m\s
            ---
             9
            (1 row)
           \s
        """.replace("\n", "\r\n"));
        Ran ran = Ran.pgduo(directory, "verify", "--update", lab.toString());
        assertThat(ran.text()).contains("updated; verifying it once more", "3 matched, 0 adapted, 0 failed");
        assertThat(Files.readString(lab))
                .contains("Prose stays.  \r\n", "[e]nd \\(re\\) (re)\r\n", "     5\r\n", "     6\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void saysWhereEachProblemOfAFileIs() throws IOException {
        Path bad = lab("bad.lab", "%nosuch\n%nor\npostgres> echo ok\n");
        assertThat(Ran.pgduo(directory, "verify", bad.toString()).text())
                .contains("\n" + bad + ":2:1: ERROR:  unknown directive \"%nor\"", ":1:1: ERROR:  unknown directive");
        Path old = lab("old.lab", "---\ntitle: x\npostgres: \"9.6\"\n---\npostgres> echo ok\n");
        Ran ran = Ran.pgduo(directory, "verify", old.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.text()).matches(old + ": skipped on PostgreSQL \\d+: its front matter says postgres: \"9.6\"\n");
        assertThat(Ran.pgduo(directory, "verify", "--fail-on-skip", old.toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void endsWhatTakesTooLongAltogether() throws IOException {
        Path slow = lab("slow.lab", "    => select pg_sleep(100);\n\n");
        Path never = lab("never.lab", "postgres> true\n");
        Path json = directory.resolve("runs.json");
        Ran ran = Ran.pgduo(
                directory,
                "verify",
                "--timeout",
                "2s",
                "--jobs",
                "1",
                "--json",
                json.toString(),
                slow.toString(),
                never.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .contains(
                        "[1/2] " + slow + " on ",
                        "ERROR:  the labs were stopped: they took longer than --timeout",
                        "never.lab: not verified",
                        "2 labs on 1 server: 2 fail");
        assertThat(json).content().contains("\"fail\" : 2", "\"played\" : false");
    }

    @Test
    void countsStepsApartThatAreNotCompared() throws IOException {
        Path lab = lab("some.lab", "postgres> echo one\n\n    => \\set x 1\n\npostgres> echo two\ntwo\n");
        Ran ran = Ran.pgduo(directory, "verify", lab.toString());
        assertThat(ran.text()).contains("3 steps, 2 matched, 0 adapted, 0 failed, 0 skipped (1 step not compared), ");
        assertThat(ran.code()).isZero();
        Ran strict = Ran.pgduo(directory, "verify", "--strict", lab.toString());
        assertThat(strict.text())
                .contains("some.lab:1: ERROR:  the step has no expected output", "verify --fill", "1 failed");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(Ran.pgduo(directory, "verify", "--strict", "--fill", lab.toString())
                        .code())
                .isZero();
        assertThat(lab).content().startsWith("postgres> echo one\none\n");
    }

    @Test
    void fillsOnlyWhatIsEmpty() throws IOException {
        Path lab = lab("new.lab", "---\nretry: 0s\n---\npostgres> echo one\n\npostgres> echo two\nthree\n");
        Ran ran = Ran.pgduo(directory, "verify", "--fill", lab.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(lab).content().endsWith("echo one\none\n\npostgres> echo two\nthree\n");
    }

    @Test
    void comparesLabsOnSeveralServersAtOnce() throws IOException {
        Path good = lab("good.lab", "postgres> echo ok\nok\n");
        Path drifts = lab("drifts.lab", "---\nretry: 0s\n---\npostgres> echo server is stopped\nserver stopped\n");
        Path old = lab("old.lab", "---\npostgres: \"9.6\"\n---\npostgres> echo ok\nok\n");
        String version = Servers.installed().version().toString();
        String major = version.replaceFirst("\\.\\d+$", "");
        Ran ran = Ran.pgduo(
                directory,
                "verify",
                "--jobs",
                "3",
                "--pg",
                major + "," + version,
                good.toString(),
                drifts.toString(),
                old.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .containsPattern("good.lab *\\| pass [\\d.]+ s +\\| pass")
                .containsPattern("drifts.lab *\\| drift [\\d.]+ s +\\| drift")
                .containsPattern("old.lab *\\| skip +\\| skip")
                .containsOnlyOnce(drifts + ":4: drift, cosmetic: PostgreSQL " + major + ", " + version + "\n")
                .containsOnlyOnce("-server stopped\n")
                .contains("old.lab: skipped on PostgreSQL", "3 labs on 2 servers: 2 skip, 2 pass, 2 drift")
                .doesNotContain("\r");
    }

    /** The build has put these majors' servers into the local repository. */
    @Test
    void writesWhatDiffersBetweenMajorsAsBranches() throws IOException {
        Path lab = lab("majors.lab", """
        ---
        retry: 0s
        ---
        Prose.

            => select current_setting('server_version_num')::int >= 120000 as new;
             new\s
            -----
             x
            (1 row)
           \s

            => show wal_level;
             wal_level\s
            -----------
             replica
            (1 row)
           \s
        """);
        Path json = directory.resolve("runs.json");
        Path tap = directory.resolve("runs.tap");
        Ran ran = Ran.pgduo(
                directory,
                "verify",
                "--update",
                "--pg",
                "11-13",
                "--json",
                json.toString(),
                "--tap",
                tap.toString(),
                lab.toString());
        assertThat(ran.text()).contains("updated; verifying it once more", "1 lab on 3 servers: 3 pass");
        assertThat(ran.code()).isZero();
        assertThat(lab).content().contains("""
             new\s
            -----
        %if pg < 12
             f
        %else
             t
        %end
            (1 row)
           \s
        """);
        assertThat(json).content().contains("\"server\" : \"11\"", "\"standing\" : \"pass\"");
        assertThat(tap).content().startsWith("TAP version 14\n1..3\nok 1 - ");
    }

    @Test
    void stopsTheUpdateWhereTheServerIsGone() throws IOException {
        String text = """
        ---
        postgres: "9.6-18"
        retry: 0s
        ---
        postgres> echo one
        two

        postgres> pg_ctl stop -m fast
        wrong

            => select 1 as one;
             one\s
            -----
               1
            (1 row)
           \s

        postgres> echo three
        four
        """;
        Path lab = lab("gone.lab", text);
        Ran ran = Ran.pgduo(directory, "verify", "--update", lab.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.text())
                .containsPattern("gone.lab:11: PostgreSQL \\d+: the update stops here: ")
                .contains("WARNING:  " + lab + ": the front matter promises PostgreSQL 9.6-", "which did not play");
        assertThat(lab)
                .content()
                .contains("echo one\none\n", "       1\n", "echo three\nfour\n")
                .doesNotContain("wrong");
    }

    @Test
    void saysThatTheMachineLacksAProgram() throws IOException {
        Path json = directory.resolve("runs.json");
        Path lab = lab(
                "place.lab", "---\nretry: 0s\n---\npostgres> pg_no_such_program --version\npg_no_such_program 15\n");
        Ran.pgduo(directory, "verify", "--json", json.toString(), lab.toString());
        assertThat(json).content().contains("\"type\" : \"fail.place\"", "\"standing\" : \"fail\"");
    }

    @Test
    void saysThatColumnsAreNewer() throws IOException {
        Path lab = lab("columns.lab", """
        ---
        retry: 0s
        ---
            => select * from (values (1, 2, 3)) t(a, b, c);
             a | b\s
            ---+---
             1 | 2
            (1 row)
           \s
        """);
        assertThat(Ran.pgduo(directory, "verify", lab.toString()).text())
                .contains("HINT:  The table has more columns today: c. Name the columns that matter instead of \"*\".");
    }

    @Test
    void auditsWhatNoRunUsed() throws IOException {
        Path lab = lab("audit.lab", """
        ---
        volatile: [pid, size]
        ---
        postgres> echo 'PID: 1'; echo abc
        PID: 77
        a* (glob)
        %if pg < 9.6
        b* (glob)
        %end
        ...
        """);
        Ran ran = Ran.pgduo(directory, "verify", "--audit", lab.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.text())
                .contains(
                        lab + ":7: branch \"%if pg < 9.6\" was not used by any run\n",
                        lab + ":10: pattern \"...\" stood for nothing in any run\n",
                        lab + ":2: volatile class \"size\" was not used by any run\n",
                        "known difference was not used by any run: since 10 pg_ctl promote waits")
                .doesNotContain("\"pid\"", "a* (glob)");
    }
}
