package dev.pgduo.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import dev.pgduo.fixture.RealPsql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines go to real psql and to {@code pgduo psql}: output, errors and exit codes must be equal. */
final class PsqlProgramIT {
    /** A command line and what its standard input is. */
    record Call(List<String> words, String input) {
        static Call of(String input, String... words) {
            return new Call(List.of(words), input);
        }
    }

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @TempDir
    private static Path directory;

    @TempDir
    private static Path home;

    @SuppressWarnings("NullAway.Init")
    private static RealPsql psql;

    private static final List<Call> ALL =
            Stream.of(calls(), edges(), encodings()).flatMap(List::stream).toList();

    /** All of them in one process: most of the time of a short one is its start. */
    @BeforeAll
    static void run() throws IOException {
        psql = POSTGRES.shared().psql();
        Files.writeString(directory.resolve("error.sql"), "select 1 as a;\nselect nope;\n\\echo after\n");
        Files.writeString(directory.resolve("outer.sql"), "\\echo outer\n\\ir inner.sql\nselect 2;\n");
        Files.writeString(directory.resolve("inner.sql"), "select 3 as three; selec; \\echo x\n");
        PsqlCalls calls = new PsqlCalls(home);
        for (int i = 0; i < ALL.size(); i++) {
            calls.add(i, withX(ALL.get(i)), ALL.get(i).input());
        }
        assertThat(psql.program(calls.command()).run(directory, home, List.of(), ""))
                .isZero();
    }

    static List<Call> calls() {
        return List.of(
                Call.of("", "-c", "select 1 as a, 2 as b", "-c", "\\echo :a", "-c", "selec"),
                Call.of("", "-Atc", "select 1, 2", "-v", "a=5", "-F", "#"),
                Call.of("", "--csv", "-P", "null=NUL", "-c", "select null as a, 'x,y' as b"),
                Call.of("", "-P", "format=foo", "-c", "select 1"),
                Call.of("", "-f", "error.sql", "-f", "outer.sql", "-c", "select 9"),
                Call.of("", "-v", "ON_ERROR_STOP=1", "-f", "error.sql", "-c", "select 9"),
                Call.of("", "-f", "missing.sql"),
                Call.of("", "-1", "-v", "ON_ERROR_STOP=1", "-c", "create table one (a int)", "-c", "select 1/0"),
                Call.of("", "-c", "select * from one"),
                Call.of("", "-d", "nodb", "-c", "select 1"),
                Call.of("", "-d", "host=127.0.0.1 nope=1", "-c", "select 1"),
                Call.of("", "-p", "1", "-c", "select 1"),
                Call.of("", "-h", "/nosuch", "-c", "select 1"),
                Call.of("select 1;\nselect 1/0;\nselect 2", "-a", "-v", "VERBOSITY=verbose"),
                Call.of("select 1;\n\\q\nselect 2;\n", "-e"),
                Call.of("select 1/0;\nselect 2;\n", "-v", "ON_ERROR_STOP=1", "-b"),
                Call.of("select 1\nselect 2\n", "-S"),
                Call.of("select 1;\n\nselect 2;\nx\n", "-s"),
                Call.of("\\if true\n\\echo :{?USER}\n\\else\n\\echo no\n\\endif\n\\if x\n\\endif\n\\if\n"),
                Call.of("select 1 as x, 2 as y \\gset p_\n\\echo :p_x :p_y\nselect 'select 1' \\gexec\n"),
                Call.of("select 1 as a, null::text as b \\gdesc\nvalues (1),(2) \\gset\nselect 1 \\g (format=csv)\n"),
                Call.of("select 1 as a,2 as b,3 as c \\crosstabview a b c\nselect 1,1,1 \\crosstabview 1 1\n"),
                Call.of(
                        "select generate_series(1,5);\nselect 1/(3-x) from generate_series(1,5) x;\n",
                        "-v",
                        "FETCH_COUNT=2"),
                Call.of("begin;\nselect 1/0;\nselect 2;\ncommit;\n", "-v", "ON_ERROR_ROLLBACK=on"),
                Call.of("select 1;\nrollback;\nselect 1/0;\nselect 2;\n", "-v", "AUTOCOMMIT=off"),
                Call.of("\\c postgres\n\\c - nobody\nselect 1;\n"),
                Call.of("\\c a=b c\n\\c dbname=postgres\n\\encoding LATIN1\nselect 'é';\n\\errverbose\n"),
                Call.of("""
                        create temp table t (a int);
                        \\copy t from program 'echo 5'
                        \\copy t from stdin
                        7
                        \\.
                        \\copy t to stdout
                        \\copy t from '/nosuch'
                        \\copy t foo
                        \\copy
                        """),
                Call.of("1\n2\n", "-c", "create temp table c (a int)", "-c", "copy c from stdin", "-c", "table c"),
                Call.of("select pg_terminate_backend(pg_backend_pid());\nselect 1;\n"),
                Call.of("\\set x `echo hi`\n\\echo :x `echo :'x'` :'x' :\"x\"\n\\! echo out; echo err >&2\n\\foo\n"),
                Call.of(
                        "\\prompt foo\nbar\n\\echo :foo\n\\cd /nosuch\n\\setenv A b\n\\! echo $A\n\\getenv v A\n\\echo :v\n"),
                Call.of("select 1\\;select 2\\;select 1/0\\;select 3;\n\\pset\n\\a\n\\x\n\\t\nselect 1 as a;\n"));
    }

    static List<Call> edges() {
        return List.of(
                Call.of("", "-o", "", "-c", "select 1"),
                Call.of("", "-o", "out.txt", "-c", "\\qecho q", "-c", "\\! cat out.txt"),
                Call.of("", "-f", "."),
                Call.of("", "-f", ""),
                Call.of("select 6;\n", "-c", "\\i -"),
                Call.of("select pg_terminate_backend(pg_backend_pid());\nselect 1;\n", "-f", "-", "-c", "select 4"),
                Call.of("select pg_terminate_backend(pg_backend_pid());\n", "-v", "FETCH_COUNT=2"),
                Call.of("\\if x\n\\endif junk\n\\if true\n\\else 2 3\n\\endif\n"),
                Call.of("create temp table t(a int);\n\\copy t from pstdin\n1\n\\.\n\\copy t to pstdout\ntable t;\n"),
                Call.of("select generate_series(1, 100000) \\g |head -1\n"),
                Call.of("\\e error.sql 2\n"),
                Call.of("", "-d", "dbname=postgres sslmode=foo", "-c", "select 1"),
                Call.of("", "-d", "dbname=postgres target_session_attrs=standby", "-c", "select 1"),
                Call.of("", "-d", "dbname=postgres target_session_attrs=prefer-standby", "-c", "select 1"),
                Call.of("", "-d", "dbname=postgres target_session_attrs=read-only", "-c", "select 1"),
                Call.of("", "-d", "dbname=postgres target_session_attrs=foo", "-c", "select 1"),
                Call.of("", "-d", "dbname=postgres options=--nope=1", "-c", "select 1"),
                Call.of("", "-h", "@abstract", "-c", "select 1"));
    }

    /** Characters are counted as the client's encoding has them. */
    static List<Call> encodings() {
        String text =
                "select chr(26085)||chr(26412) as \"x\", 1 as y;\n\\pset format wrapped\n\\pset columns 9\n\\g\n\\x\n\\g\n";
        return Stream.of(
                        "EUC_JP", "SJIS", "EUC_CN", "BIG5", "GBK", "GB18030", "EUC_KR", "UHC", "EUC_TW", "LATIN1",
                        "UTF8")
                .map(name -> Call.of("\\encoding " + name + "\nselect 'é' as \"é\";\n" + text))
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"edges", "encodings"})
    void doesWhatPsqlDoesAtTheEdges(Call call) throws IOException {
        doesWhatPsqlDoes(call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void doesWhatPsqlDoes(Call call) throws IOException {
        PsqlCalls calls = new PsqlCalls(home);
        int number = ALL.indexOf(call);
        assertThat(new RealPsql.Ended(calls.code(number), calls.output(number, "out"), calls.output(number, "err")))
                .isEqualTo(psql.run(directory, withX(call), call.input()));
    }

    /** A process of its own ends with the same exit code and has all of its output out by then. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10})
    void aProcessOfItsOwnDoesTheSame(int number) throws IOException {
        Call call = ALL.get(number);
        assertThat(psql.program(pgduo()).run(directory, withX(call), call.input()))
                .isEqualTo(psql.run(directory, withX(call), call.input()));
    }

    private static List<String> pgduo() {
        List<String> line = new ArrayList<>(PsqlCalls.java());
        line.addAll(List.of("dev.pgduo.Application", "psql"));
        return line;
    }

    private static List<String> withX(Call call) {
        List<String> words = new ArrayList<>(List.of("-X"));
        words.addAll(call.words());
        return words;
    }
}
