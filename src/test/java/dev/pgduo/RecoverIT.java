package dev.pgduo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code recover}, {@code start --expect-fail}, {@code log --eventually} and the options of {@code init}. */
class RecoverIT {
    private static final String ARCHIVED = """
            ---
            nodes:
              a:
                paths:
                  /srv/archive: archive
            ---
            postgres> ls -d /srv/archive
            /srv/archive

                => alter system set wal_level = replica;
                => alter system set max_wal_senders = 5;
                => alter system set archive_mode = on;
                => alter system set archive_command = 'cp %p /srv/archive/%f';

                => \\q

            lab> restart a

                psql -p 5432

                => create table t as select generate_series(1, 10) as n;

            lab> basebackup --from a --to b --no-standby

                => select pg_create_restore_point('here') is not null as made;
                => delete from t;

            %if pg < 10
                => select pg_switch_xlog() is not null as switched;
            %else
                => select pg_switch_wal() is not null as switched;
            %end

            %eventually
                => select last_archived_wal like '%3' or last_archived_wal like '%3.%' as yes from pg_stat_archiver;
                 yes\s
                -----
                 t
                (1 row)
               \s
            """;

    @TempDir
    Path directory;

    private Ran verify(String pg, String text) throws IOException {
        Path lab = Files.writeString(directory.resolve("x.lab"), text);
        return Ran.pgduo(directory.resolve("state"), "verify", "--trust", "--pg", pg, lab.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "15"})
    void recoversToARestorePoint(String pg) throws IOException {
        Ran ran = verify(pg, ARCHIVED + """

                lab> recover b --name here --action promote

                lab> start b

                lab> log b --grep "database system is ready to accept connections" --eventually -n 1
                ... LOG:  database system is ready to accept connections (glob)

                %eventually
                    |    => select count(*), pg_is_in_recovery() from t;
                    |     count | pg_is_in_recovery\s
                    |    -------+-------------------
                    |        10 | f
                    |    (1 row)
                    |   \s

                lab> stop b

                %expect-error
                lab> recover b --immediate --lsn 0/1
                ERROR:  multiple recovery targets specified
                DETAIL:  A server recovers to one of recovery_target, recovery_target_lsn.
                HINT:  Leave out all but one.

                %expect-error
                lab> recover a
                ERROR:  cannot set up the recovery of node a: it is running
                DETAIL:  A server reads its signal file at its start only.
                HINT:  Stop it first: "stop a".
                """.replace("... LOG", "* LOG"));
        assertThat(ran.text()).contains(" 0 failed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aServerThatCannotReachItsTargetEnds() throws IOException {
        Ran ran = verify("15", ARCHIVED + """

                lab> recover b --name nowhere --restore-command 'cp /srv/archive/%f "%p"'
                ...

                lab> start b --expect-fail
                  postgres2> pg_ctl start -D /usr/local/pgsql2/data -l /home/postgres2/logfile
                  FATAL:  recovery ended before configured recovery target was reached

                lab> recover b --immediate
                ...
                *recovery_target_name 'nowhere' -> (not set) (glob)
                ...

                lab> start b
                """);
        assertThat(ran.text()).contains(" 0 failed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void aStartThatWasToFailAndDoesNotIsAnError() throws IOException {
        Ran ran = verify("15", """
                lab> stop a

                lab> conf set shared_preload_libraries no_such_library --node a --file postgresql.conf

                lab> start a --expect-fail
                  postgres> pg_ctl start -D /usr/local/pgsql/data -l /home/postgres/logfile
                  FATAL:  could not access file "no_such_library": No such file or directory

                %expect-error
                lab> log a --eventually
                ERROR:  --eventually needs --grep
                HINT:  Name the line to wait for: --grep REGEX --eventually.
                """);
        assertThat(ran.text()).contains(" 0 failed");
        assertThat(ran.code()).isZero();
    }

    @Test
    void initTakesOptionsOfInitdb() throws IOException {
        Ran ran = verify("15", """
                lab> init a --wal-segsize=1 -k --initdb="-E LATIN1 --locale=C"

                lab> start a

                    psql -p 5432

                    => select current_setting('wal_segment_size') as segment, current_setting('data_checksums') as sums,
                    -> current_setting('server_encoding') as encoding;
                     segment | sums | encoding\s
                    ---------+------+----------
                     1MB     | on   | LATIN1
                    (1 row)
                   \s
                """);
        assertThat(ran.text()).contains(" 0 failed");
        assertThat(ran.code()).isZero();
    }
}
