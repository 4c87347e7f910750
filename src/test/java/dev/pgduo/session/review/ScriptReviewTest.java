package dev.pgduo.session.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReviewTest {
    private final ScriptReview review = new ScriptReview(words -> words.startsWith("play "));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\! id",
                "select 1; \\! id",
                "\\!",
                "\\if false \\! id",
                "\\echo `id`",
                "\\echo one two `id`",
                "\\x `id`",
                "\\o |sh",
                "\\o '|sh'",
                "\\o /etc/motd",
                "\\o ~/.bashrc",
                "\\out ../x",
                "select 1 \\g |sh",
                "select 1 \\g (format=csv) |sh",
                "select 1 \\gx /tmp/x",
                "\\w |sh",
                "\\write /tmp/x",
                "\\s /tmp/x",
                "\\copy t from program 'id'",
                "\\COPY t to program 'sh'",
                "\\copy (select 'from stdin') to '/tmp/x'",
                "\\copy t to '/tmp/x' -- to stdout",
                "\\copy t from /etc/passwd",
                "\\setenv PATH /tmp",
                "\\i script",
                "\\ir script",
                "\\e",
                "\\cd /",
                "\\lo_export 1 /tmp/x",
                "\\lo_import /etc/passwd",
                "\\c service=x",
                "\\set x '\\\\! id'",
                "\\set quote ''''",
                "\\play /tmp/x.lab",
                "copy t to program 'sh';",
                "COPY (select 1) TO\nPROGRAM 'sh';",
                "copy t to /* */ program 'sh';",
                "copy t to -- to\n program 'sh';",
                "copy t from '/etc/passwd';",
                "copy t to E'/tmp/x'",
                "alter system set archive_command = 'sh';",
                "select set_config('archive_command', 'x', false);",
                "create function f() returns int language plpython3u as $$ $$;",
                "create function f() returns int as $$ $$ language 'plperlu';",
                "select lo_export(1, '/tmp/x');",
                "do $$ begin copy t to program 'sh'; end $$;",
                "set standard_conforming_strings = off; select '\\' \\! id '",
                "copy (select 'from stdin') to stdout;\n\\! id\n\\.",
                "copy (select 'from stdin') to stdout;\n\\N \\! id\n\\.",
                "copy (select 'from stdin') to stdout;\ncopy t to\nprogram 'sh';\n\\.",
                "copy (select 'from stdin') to stdout;\n'\n' \\! id\n\\."
            })
    void findsWhatReachesTheOperatingSystem(String input) {
        assertThat(review.lines(input)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1;",
                "select '\\! id';",
                "select $$ \\! id $$;",
                "select 1 -- \\! id",
                "select 1; /* \\! id */",
                "\\d t",
                "\\x",
                "\\timing on",
                "\\echo it is 'so' :x",
                "\\o",
                "\\o rows.txt",
                "select 1 \\g rows.txt",
                "select 1 \\gset",
                "select 1 \\watch 1",
                "\\copy t to 'rows.csv' csv",
                "\\copy t from stdin",
                "\\copy (select 1) to stdout",
                "copy t from stdin;\n1\tit's\n2\t\\N\n3\\tx\\\\y\\x41\n\\.",
                "copy t to stdout;",
                "\\set size 3",
                "\\set name 'a word'",
                "select :size, :'name';",
                "show archive_command;",
                "select name from pg_settings where name = 'archive_command';",
                "create function f() returns int language sql as 'select 1';",
                "create function f() returns int language plpgsql as $$ begin return 1; end $$;",
                "select pg_ls_dir('pg_wal');",
                "\\status",
                "\\c - - - 5433",
                "begin; insert into t values (1); commit;"
            })
    void leavesTheRestAlone(String input) {
        assertThat(review.lines(input)).isEmpty();
    }

    @Test
    void saysWhichLines() {
        assertThat(review.lines("select 1;\ncopy t\nto program 'sh';\nselect 2;\n\\! id\nselect 3;"))
                .containsExactly(1, 2, 4);
    }

    @Test
    void takesNoValueOfTheServerForKnown() {
        assertThat(review.lines("select ':x', :x;")).isEmpty();
        assertThat(review.lines("select 'anything' as x \\gset")).isEmpty();
        assertThat(review.lines("select :'x', :\"x\", ':x';")).isEmpty();
        assertThat(review.lines("select :x;")).containsExactly(0);
    }

    /** Where reading takes the square of the length, this takes the rest of the day. */
    @Test
    void readsLongInputs() {
        String many = "copy a to /* -- x ".repeat(50_000);
        assertThat(review.lines("select '" + many + "';")).isEmpty();
        assertThat(review.lines("copy t from stdin;\n" + "\\q".repeat(50_000) + "\n\\."))
                .containsExactly(1);
    }

    @Test
    void goesOnInAnUnfinishedStatement() {
        assertThat(review.lines("select 'open")).isEmpty();
        assertThat(review.lines("' \\! id")).containsExactly(0);
    }
}
