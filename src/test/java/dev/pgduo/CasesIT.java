package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labs that people wrote, and what {@code verify} did not do right with them once. */
class CasesIT {
    @TempDir
    Path directory;

    private Ran verify(String text, String... options) throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), text);
        String[] words = new String[options.length + 2];
        words[0] = "verify";
        words[1] = lab.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return Ran.pgduo(directory, words);
    }

    /** What was filled is compared with another run at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab> up\n\n    => create table t as select 1 as n;\n    SELECT 1\n\nlab> catchup\n",
                "lab> stop a\n\nlab> conf set shared_buffers 1TB --node a\n\n%expect-error\nlab> start a\n",
                "lab> conf set work_mem 8MB --node a\n",
                "lab> conf set work_mem=8MB maintenance_work_mem=64MB --node a\n",
            })
    void whatPgduoPrintsRepeats(String lab) throws IOException {
        Ran ran = verify(lab, "--fill");
        assertThat(ran.text())
                .contains("updated; verifying it once more", " 0 failed")
                .doesNotContain("not compared");
        assertThat(ran.code()).isZero();
    }

    @Test
    void theFrontMatterSaysHowTheNodesAreMade() throws IOException {
        assertThat(verify("""
                ---
                locale: C
                initdb: --wal-segsize=1
                ---
                    => select current_setting('wal_segment_size') as size, datcollate from pg_database where datname = 'postgres';
                     size | datcollate\s
                    ------+------------
                     1MB  | C
                    (1 row)
                   \s
                """).text()).contains("1 matched, 0 adapted, 0 failed");
        assertThat(verify("---\nlocale: xx_YY.nonsense\n---\n    => select 1;\n")
                        .text())
                .contains("x.lab:2: ERROR:  ", "needs the locale \"");
    }

    @Test
    void ignoresAnErrorToo() throws IOException {
        assertThat(verify("%ignore\npostgres> ls /nonexistent/file\n").code()).isZero();
    }

    @Test
    void skipsALabThatNeedsAnExtensionBeforeAnythingStarts() throws IOException {
        Ran ran = verify("---\nrequires: {extensions: [no_such_extension]}\n---\nlab> up\n");
        assertThat(ran.text())
                .contains("needs the extension \"no_such_extension\"", "skipped")
                .doesNotContain("pg_basebackup");
        assertThat(ran.code()).isZero();
    }

    @Test
    void skipsALabWithoutItsTools() throws IOException {
        Ran ran = verify("---\nrequires: {tools: [no_such_tool]}\n---\npostgres> false\n");
        assertThat(ran.text())
                .contains("x.lab: skipped on PostgreSQL ", "needs the program \"no_such_tool\"")
                .doesNotContain("failed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void waitsForWhatAPipeReads() throws IOException {
        assertThat(verify("""
                postgres> (sleep 1; echo done > flag2) > /dev/null 2>&1 &

                %eventually 10s
                postgres> ls | grep -c flag2
                1
                """).code()).isZero();
    }

    @Test
    void saysAtOnceWhatNoWaitingCanHeal() throws IOException {
        Ran ran = verify("""
                %expect-error 22012
                    => select 1;
                     x\s
                    ---
                     1
                    (1 row)
                   \s

                    => select 1 as one;
                     one\s
                    -----
                       2
                    (1 row)
                   \s

                    => selct 1;
                    ERROR:  syntax error at or near "slct"

                    => select count(*) from pg_class where relname = 'nosuch';
                     count\s
                    -------
                         1
                    (1 row)
                   \s
                """, "--retry", "0s");
        assertThat(ran.text()).contains("4 failed", "the output is not the expected one, after line 2");
        assertThat(verify(Files.readString(directory.resolve("x.lab")), "--fail-fast")
                        .text())
                .contains("1 failed, 3 skipped");
    }
}
