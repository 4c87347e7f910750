package dev.pgduo.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 | 42883 | function pg_current_xlog_location() does not exist              | Since PostgreSQL 10 it is called pg_current_wal_lsn().
            9  | 42883 | function pg_current_wal_lsn() does not exist                    | Before PostgreSQL 10 it is called pg_current_xlog_location().
            9  | 42883 | function pg_promote(boolean) does not exist                     | It needs PostgreSQL 12. Use pg_ctl promote.
            11 | 42883 | function pg_catalog.pg_promote() does not exist                 | It needs PostgreSQL 12. Use pg_ctl promote.
            16 | 42704 | unrecognized configuration parameter "promote_trigger_file"     | It was removed in PostgreSQL 16. Promote with pg_ctl promote, or with select pg_promote().
            15 | 42704 | unrecognized configuration parameter "trigger_file"             | Since PostgreSQL 12 it is called promote_trigger_file.
            16 | 42704 | unrecognized configuration parameter "trigger_file"             | It was removed in PostgreSQL 16. Promote with pg_ctl promote, or with select pg_promote().
            13 | 42704 | unrecognized configuration parameter "wal_keep_segments"        | Since PostgreSQL 13 it is called wal_keep_size.
            12 | 42704 | unrecognized configuration parameter "wal_keep_size"            | Before PostgreSQL 13 it is called wal_keep_segments.
            9  | 42703 | column "replay_lsn" does not exist                              | Before PostgreSQL 10 it is called replay_location.
            18 | 42703 | column r.replay_location does not exist                         | Since PostgreSQL 10 it is called replay_lsn.
            13 | 42P01 | relation "pg_stat_wal" does not exist                           | It needs PostgreSQL 14.
            9  | 42704 | unrecognized configuration parameter "recovery_target_lsn"      | It needs PostgreSQL 12. On 10 and 11 it belongs into recovery.conf.
            10 | 58P01 | could not open directory "pg_xlog": No such file or directory   | Since PostgreSQL 10 it is called pg_wal.
            """)
    void aServersComplaintGetsTheRightName(int major, String sqlState, String message, String hint) {
        assertThat(ChangedNames.all().hint(sqlState, message, major)).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 | 42883 | function no_such_thing(integer) does not exist
            15 | 42P01 | relation "t" does not exist
            15 | 22012 | division by zero
            15 | 42883 | function pg_current_wal_lsn(integer) does not exist
            """)
    void otherComplaintsGetNone(int major, String sqlState, String message) {
        assertThat(ChangedNames.all().hint(sqlState, message, major)).isEmpty();
    }

    @Test
    void aProgramThatWasRenamedIsKnown() {
        assertThat(ChangedNames.all().hint(NameKind.PROGRAM, "pg_xlogdump", 12))
                .contains("Since PostgreSQL 10 it is called pg_waldump.");
    }

    @Test
    void noNameStandsTwice() {
        var names = ChangedNames.all().names().stream()
                .map(changed -> changed.kind() + " " + changed.name())
                .collect(Collectors.toList());
        assertThat(names).doesNotHaveDuplicates();
    }
}
