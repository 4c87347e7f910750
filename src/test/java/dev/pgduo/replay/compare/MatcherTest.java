package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.compare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private static final String SEED_SLOT = """
            -[ RECORD 1 ]+-----------
            slot_name    | slot_a
            plugin       |\s
            slot_type    | physical
            datoid       |\s
            database     |\s
            active       | t
            active_pid   | 19351
            xmin         | 174841
            catalog_xmin |\s
            restart_lsn  | 0/63000000
            """;

    private static final String SLOT_15 = """
            -[ RECORD 1 ]-------+----------
            slot_name           | slot_a
            plugin              |\s
            slot_type           | physical
            datoid              |\s
            database            |\s
            temporary           | f
            active              | t
            active_pid          | 851
            xmin                | 738
            catalog_xmin        |\s
            restart_lsn         | 0/5000148
            confirmed_flush_lsn |\s
            wal_status          | reserved
            safe_wal_size       |\s
            two_phase           | f
            """;

    private static final KnownDifference NEW_SLOT_COLUMNS = KnownDifference.extraColumns(
            "pg_replication_slots has new columns since 10",
            "temporary",
            "confirmed_flush_lsn",
            "wal_status",
            "safe_wal_size",
            "two_phase");

    @Test
    void seedSlotRecordWithTheColumnsOfFifteenIsAdapted() {
        Comparison comparison =
                compare(SEED_SLOT, SLOT_15, Comparing.STANDARD.withAdaptations(List.of(NEW_SLOT_COLUMNS)));
        assertThat(comparison).isInstanceOfSatisfying(Comparison.Adapted.class, adapted -> {
            assertThat(adapted.reasons()).containsExactly("pg_replication_slots has new columns since 10");
            assertThat(adapted.bindings())
                    .extracting(Binding::toString)
                    .containsExactly("pid 19351 -> 851", "xid 174841 -> 738", "lsn 0/63000000 -> 0/5000148");
        });
        assertThat(compare(SEED_SLOT, SLOT_15)).isInstanceOf(Comparison.Mismatch.class);
    }

    @Test
    void adaptationsThatAreNotNeededDoNotCount() {
        String now = SEED_SLOT.replace("19351", "7").replace("174841", "99");
        assertThat(compare(SEED_SLOT, now, Comparing.STANDARD.withAdaptations(List.of(NEW_SLOT_COLUMNS))))
                .isInstanceOf(Comparison.Matched.class);
    }

    @ParameterizedTest
    @CsvSource({"'| t', '| f'", "physical, logical", "'| 738','| '", "851,none", "slot_a,slot_b"})
    void otherValuesOfTheRecordMustStay(String from, String to) {
        Rules rules = Comparing.STANDARD.withAdaptations(List.of(NEW_SLOT_COLUMNS));
        assertThat(compare(SEED_SLOT, SLOT_15.replace(from, to), rules)).isInstanceOf(Comparison.Mismatch.class);
    }

    @Test
    void volatileValueMayWidenTheTable() {
        Comparison comparison = compare("""
                 pid |  name \s
                -----+--------
                  12 | slot_a
                (1 row)
                """, """
                  pid   |  name \s
                --------+--------
                 123456 | slot_a
                (1 row)
                """);
        assertThat(comparison).isInstanceOf(Comparison.Matched.class);
    }

    @Test
    void negativesAtTableLevel() {
        String table = """
                 id |  t \s
                ----+-----
                  1 | 10
                  2 | abc
                (2 rows)
                """;
        assertThat(compare(table, table)).isInstanceOf(Comparison.Matched.class);
        for (String[] change : new String[][] {
            {"10", "11"},
            {"(2 rows)", "(3 rows)"},
            {"  1 | 10\n  2 | abc", "  2 | abc\n  1 | 10"},
            {" id |  t  ", " ix |  t  "},
            {"  1 | 10", " 1  | 10"},
            {"  1 | 10", "  1 |  10"},
            {"  2 | abc", "  2 | abcd"},
            {"----+-----", "-----+-----"},
            {"  1 | 10\n", ""},
            {"  1 | 10", "  1 | "},
        }) {
            assertThat(compare(table, table.replace(change[0], change[1])))
                    .as("%s -> %s", change[0], change[1])
                    .isInstanceOf(Comparison.Mismatch.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "waiting for server to start.... done;waiting for server to start.......... done",
                "waiting for server to shut down... done;waiting for server to shut down.... done",
                "load 412 tps 2.3 ms;load 0 tps 12.0 ms",
                "Load since 2026-11-29 16:57:48: x, 4 clients;Load since 2026-12-01 06:00:00: x, 4 clients",
                "pg_ctl: server is running (PID: 123);pg_ctl: server is running (PID: 45678)",
                "2024-01-01 10:00:00.123 UTC [12] LOG:  ok;2026-11-22 22:00:01.000 MSK [345] LOG:  ok",
                "Time: 0.123 ms;Time: 1234.567 ms (00:01.235)",
                "LOG:  redo starts at 0/2000028;LOG:  redo starts at 1/F2000028",
                "started streaming WAL from primary at 0/3000000 on timeline 1;started streaming WAL from primary at 0/5000000 on timeline 2",
                "socket /tmp/.s.PGSQL.5432;socket /tmp/.s.PGSQL.6000",
                "port = 5433;port = 6000",
                "000000010000000000000003;00000001000000000000000A",
                "Database system identifier:           7311111111111111111;Database system identifier:           7422222222222222222",
                "LOG:  process 12 still waiting for ShareLock on transaction 740 after 1000.123 ms;LOG:  process 9 still waiting for ShareLock on transaction 99 after 1001.555 ms",
                "\"/usr/lib/postgresql/9.6/bin/postgres\" \"-D\" x;\"/opt/pg/bin/postgres\" \"-D\" x",
            })
    void volatileTextInLines(String expected, String actual) {
        assertThat(compare(expected, actual)).isInstanceOf(Comparison.Matched.class);
        assertThat(compare(expected, actual, Rules.exact())).isInstanceOf(Comparison.Mismatch.class);
        assertThat(compare(expected, actual + "!")).isInstanceOf(Comparison.Mismatch.class);
    }

    /** With volatile values in it too: the recorded table must be one that psql draws. */
    @Test
    void layoutOfTheRecordedTable() {
        String actual = TableText.aligned(
                List.of("pid", "name", "n"), List.of(List.of("123456", "ann", "1"), List.of("5", "bob", "2")));
        String recorded = TableText.aligned(
                List.of("pid", "name", "n"), List.of(List.of("99", "ann", "1"), List.of("6", "bob", "2")));
        assertThat(compare(recorded, actual).accepted()).isTrue();
        assertThat(compare(recorded.replaceAll(" +\n", "\n"), actual).accepted())
                .isTrue();
        for (String[] change : new String[][] {
            {"---+---", "---+----"},
            {" 99  |", "  99 |"},
            {" 99  |", " 99 |"},
            {"| ann  |", "|  ann |"},
            {" pid |", "pid  |"},
            {"-----+", "------+"},
            {"| 1\n", "|  1\n"},
        }) {
            String wrong = recorded.replace(change[0], change[1]);
            assertThat(wrong).isNotEqualTo(recorded);
            assertThat(compare(wrong, actual).accepted()).as(wrong).isFalse();
        }
    }

    @Test
    void layoutOfValuesOfSeveralLines() {
        String recorded = " pid | t  | n \n-----+----+---\n  12 | a +| 1\n     | bb | \n   3 | c  | 2\n(2 rows)";
        String now = recorded.replace("  12", "  34").replace("   3 ", "   5 ");
        assertThat(compare(recorded, now).accepted()).isTrue();
        String wide = " pid  | t  | n \n------+----+---\n 1234 | a +| 1\n      | bb | \n    5 | c  | 2\n(2 rows)";
        assertThat(compare(recorded, wide).accepted()).isTrue();
        assertThat(compare(recorded.replace("| bb |", "|  bb|"), wide).accepted())
                .isFalse();
        assertThat(compare(recorded.replace("| bb |", "| bx |"), wide).accepted())
                .isFalse();
    }

    /** How wide a table is that a pattern stands above cannot be said; another table's width can. */
    @Test
    void aPatternAboveATableCutsIt() {
        String now = " T\n pid | n \n-----+---\n  12 | a\n(1 row)\n\n pid | m \n-----+---\n  13 | b\n(1 row)";
        String first = "* (glob)\n pid  | n \n------+---\n   22 | a\n(1 row)\n\n";
        assertThat(compare(first + " pid | m \n-----+---\n  23 | b\n(1 row)", now)
                        .accepted())
                .isTrue();
        assertThat(compare(first + " pid  | m \n------+---\n   23 | b\n(1 row)", now)
                        .accepted())
                .isFalse();
    }

    @Test
    void aNodesPortsAndPathsAreItsOwn() {
        OwnNames names = new OwnNames(
                Map.of("5432", "a", "5433", "b"),
                Map.of("/usr/local/pgsql/data", "a data", "/srv/a", "a data", "/usr/local/pgsql2/data", "b data"));
        Rules rules = Rules.standard().withKnown(new Rules.Known(Meaning.NONE, names));
        assertThat(compare("port = 5432", "port = 5433", rules).accepted()).isFalse();
        assertThat(compare("port 40001", "port 40002", rules).accepted()).isTrue();
        assertThat(compare("port 5432", "port 40002", rules).accepted()).isFalse();
        assertThat(compare("-D /usr/local/pgsql/data", "-D /usr/local/pgsql2/data", rules)
                        .accepted())
                .isFalse();
        assertThat(compare("-D /srv/a/base", "-D /usr/local/pgsql/data/base", rules)
                        .accepted())
                .isTrue();
        assertThat(compare("cat /srv/x/file", "cat /srv/y/file", rules).accepted())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "INSERT 0 1;INSERT 0 2",
                "a load of 412 tps was seen;a load of 413 tps was seen",
                "value 12;value 13",
                "waiting for server to start.... done;waiting for server to start.... stopped waiting",
                "max_wal_senders = '5';max_wal_senders = '6'",
                "redo starts at 0/2000028;redo starts at nowhere",
                "half 1/2;half 1/3",
                "array [a];array [1]",
                "/usr/local/pgsql/data;/usr/local/pgsql/other",
            })
    void otherTextInLinesMustStay(String expected, String actual) {
        assertThat(compare(expected, actual)).isInstanceOf(Comparison.Mismatch.class);
    }

    @Test
    void relationsHoldWithinAnOutput() {
        String recorded = "at 0/3000060\nat 0/3000060\nat 0/4000000";
        assertThat(compare(recorded, "at 0/5000060\nat 0/5000060\nat 0/5000060"))
                .isInstanceOf(Comparison.Matched.class);
        assertThat(compare(recorded, "at 0/5000060\nat 0/5000061\nat 0/6000000"))
                .isInstanceOf(Comparison.Matched.class);
        assertThat(compare("at 0/3000060\nat 0/4000000\nat 0/3000060", "at 0/1000000\nat 0/2000000\nat 0/3000000"))
                .isInstanceOfSatisfying(
                        Comparison.Mismatch.class,
                        mismatch -> assertThat(mismatch.notes().get(0)).contains("0/3000000"));
        assertThat(compare(recorded, "at 0/5000060\nat 0/5000060\nat 0/4000000"))
                .isInstanceOf(Comparison.Mismatch.class);
        assertThat(compare("timeline 1\ntimeline 2", "timeline 3\ntimeline 4")).isInstanceOf(Comparison.Matched.class);
        assertThat(compare("timeline 1\ntimeline 1", "timeline 1\ntimeline 2")).isInstanceOf(Comparison.Mismatch.class);
        assertThat(compare("timeline 1\ntimeline 2", "timeline 3\ntimeline 3")).isInstanceOf(Comparison.Mismatch.class);
        assertThat(compare("pid 1\npid 2", "pid 3\npid 3")).isInstanceOf(Comparison.Mismatch.class);
    }

    @Test
    void relationsReachToEarlierOutputs() {
        Rules rules = Comparing.STANDARD.withEarlier(List.of(new Binding(VolatileClass.PORT, "5432", "6000")));
        assertThat(compare("port 5432", "port 6000", rules)).isInstanceOf(Comparison.Matched.class);
        assertThat(compare("port 5432", "port 6001", rules)).isInstanceOf(Comparison.Mismatch.class);
    }

    @Test
    void classesAreSwitchedOffByTheHeader() {
        Rules rules = Comparing.STANDARD.withClasses(Set.of(VolatileClass.LSN));
        assertThat(compare("pid 1 at 0/3000060", "pid 1 at 0/4000060", rules)).isInstanceOf(Comparison.Matched.class);
        assertThat(compare("pid 1 at 0/3000060", "pid 2 at 0/3000060", rules)).isInstanceOf(Comparison.Mismatch.class);
    }

    @ParameterizedTest
    @CsvSource({
        "pg_current_wal_lsn,0/3000060,0/40000A8,true",
        "lsn,0/3000060,FF/1,true",
        "note,at 0/3000060,at 0/4000060,true",
        "note,id 12,id 13,false",
        "note,2024-01-01 10:00:00,2024-01-02 10:00:00,false",
        "now,2024-01-01 10:00:00.1+03,2026-11-22 10:00:00.123456+00,true",
        "count,5,6,false",
        "replay_lag,00:00:00.000123,00:00:01.5,true",
        "pg_wal_lsn_diff,1320,99,true",
        "pg_wal_lsn_diff,0,99,false",
        "pg_size_pretty,16 MB,7553 kB,true",
        "xmax,0,740,false",
        "client_port,5432,6001,true",
        "port,5432,6001,false",
        "timeline_id,1,3,true",
        "pg_walfile_name,000000010000000000000003,00000002000000000000000A,true",
        "backend_pid,12,abc,false",
    })
    void cellsByTheirColumn(String column, String expected, String actual, boolean matches) {
        assertThat(compare(TableText.aligned(column, expected), TableText.aligned(column, actual)))
                .matches(comparison -> comparison.accepted() == matches);
    }

    @Test
    void patternLines() {
        String actual = "one\ntwo 2\nthree\nfour [x]";
        assertThat(compare("one\n...\nfour [x]", actual).accepted()).isTrue();
        assertThat(compare("...\ntwo \\d (re)\n...\nfour [*] (glob)\n...", actual)
                        .accepted())
                .isTrue();
        assertThat(compare("...\ntwo [0-9] (glob)\n...", actual).accepted()).isTrue();
        assertThat(compare("o?e (glob)\n...\nfive", actual).accepted()).isFalse();
        assertThat(compare("...", "").accepted()).isTrue();
        assertThat(compare("one\n...\nfour [x]\n...\nthree", actual).accepted()).isFalse();
    }

    @Test
    void patternLinesInsideATable() {
        String actual = TableText.aligned("pid", "12").replace("(1 row)", "(1 row)");
        assertThat(compare(" pid \n-----\n...\n(1 row)", actual).accepted()).isTrue();
        assertThat(compare("...\n(2 rows)", actual).accepted()).isFalse();
    }

    @Test
    void manyEllipsesStayCheap() {
        String expected = "...\na\n".repeat(60) + "...\nb";
        String actual = "a\n".repeat(600) + "c";
        assertThat(compare(expected, actual).accepted()).isFalse();
        assertThat(compare(expected, actual + "\nb").accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(.*a){20}c (re)"})
    void regexThatTakesTooLongIsReported(String regex) {
        assertThatThrownBy(() -> compare(regex, "a".repeat(60)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("takes too long");
    }

    @Test
    void wrongRegexIsReported() {
        assertThatThrownBy(() -> compare("(a (re)", "a"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("invalid regular expression");
    }

    @Test
    void unorderedRowsAreAMultiset() {
        Rules rules = Comparing.STANDARD.withMode(Rules.Mode.UNORDERED);
        assertThat(compare(two("a | 11", "b | 12"), two("b | 99", "a | 98"), rules)
                        .accepted())
                .isTrue();
        assertThat(compare(two("a | 11", "b | 12"), two("b | 99", "b | 98"), rules)
                        .accepted())
                .isFalse();
        assertThat(compare(two("a | 11", "b | 12"), two("b | 99", "a | 98")).accepted())
                .isFalse();
        assertThat(compare("one\ntwo\ntwo", "two\none\ntwo", rules).accepted()).isTrue();
        assertThat(compare("one\ntwo\ntwo", "two\none\none", rules).accepted()).isFalse();
        assertThat(compare("one\n...", "two\none", rules).accepted()).isTrue();
    }

    @Test
    void ignoreAcceptsAnything() {
        assertThat(compare("a", "b", Comparing.STANDARD.withMode(Rules.Mode.IGNORE))
                        .accepted())
                .isTrue();
    }

    @Test
    void aliasesPutTheTranscriptsPaths() {
        Rules rules = Rules.exact()
                .withAliases(Map.of("/tmp/lab/a/data", "/usr/local/pgsql/data", "/tmp/lab/a", "/home/postgres"));
        assertThat(compare("-D /usr/local/pgsql/data/x", "-D /tmp/lab/a/data/x", rules)
                        .accepted())
                .isTrue();
        assertThat(compare("/home/postgres/logfile", "/tmp/lab/a/logfile", rules)
                        .accepted())
                .isTrue();
        assertThat(compare("/usr/local/pgsql/data2", "/tmp/lab/a/data2", rules).accepted())
                .isFalse();
        assertThat(compare(
                                TableText.aligned("data_directory", "/usr/local/pgsql/data"),
                                TableText.aligned("data_directory", "/tmp/lab/a/data"),
                                rules)
                        .accepted())
                .isTrue();
    }

    @Test
    void adaptedLines() {
        Rules rules = Comparing.STANDARD.withAdaptations(List.of(
                KnownDifference.renamedLine("renamed", "wal_level = 'hot_standby'", "wal_level = 'replica'"),
                KnownDifference.missingLine("gone", "standby_mode = .*"),
                KnownDifference.extraLine("new", "server promoted")));
        assertThat(compare("wal_level = 'hot_standby'\nport = 1", "wal_level = 'replica'\nport = 1", rules))
                .isEqualTo(new Comparison.Adapted(List.of(), List.of("renamed")));
        assertThat(compare("standby_mode = 'on'\nx", "x\nserver promoted", rules))
                .isEqualTo(new Comparison.Adapted(List.of(), List.of("gone", "new")));
        assertThat(compare("standby_mode = 'on'\nx", "y", rules).accepted()).isFalse();
    }

    @Test
    void adaptedColumnsOfAlignedTables() {
        Rules rules = Comparing.STANDARD.withAdaptations(List.of(
                KnownDifference.renamedColumn("xlog became wal", "sent_location", "sent_lsn"),
                KnownDifference.extraColumns("new column", "spill"),
                KnownDifference.changedValue("replica", "hot_standby", "replica")));
        assertThat(compare(
                        " sent_location |  wal_level  \n---------------+-------------\n 0/1           | hot_standby\n(1 row)",
                        " sent_lsn | spill | wal_level \n----------+-------+-----------\n 0/3      | 9     | replica\n(1 row)",
                        rules))
                .isInstanceOfSatisfying(
                        Comparison.Adapted.class,
                        adapted -> assertThat(adapted.reasons())
                                .containsExactly("xlog became wal", "new column", "replica"));
    }

    @Test
    void blanksAtTheEndDoNotCount() {
        assertThat(compare("a\n", "a").accepted()).isTrue();
        assertThat(compare("a", "a\n\n").accepted()).isTrue();
        assertThat(compare("a\n\nb", "a\nb").accepted()).isFalse();
        assertThat(compare("a", "a ").accepted()).isFalse();
    }

    @Test
    void wideCharactersAndLineBreaks() {
        String table = "    t    |  n \n---------+----\n Привет! |  1\n 表a    +| 22\n b       | \n(2 rows)";
        assertThat(compare(table, table).accepted()).isTrue();
        assertThat(compare(table.replace("n", "pid").replace(" pid ", " pid "), table)
                        .accepted())
                .isFalse();
    }

    private static String two(String first, String second) {
        return " n | pid \n---+-----\n %s\n %s\n(2 rows)"
                .formatted(first.replace("| ", "|  "), second.replace("| ", "|  "));
    }

    /** As an editor leaves it that takes away blanks at line ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " t \n---\n a\n(1 row)\n",
                " count \n-------\n     5\n(1 row)\n",
                " a b \n-----\n u\n vw\n(2 rows)\n",
                " t \n---\n \n b\n(2 rows)\n",
                " t \n---\n(0 rows)\n",
                "  t  \n-----\n12345\n  123\n(2 rows)\n"
            })
    void oneColumnWithoutItsTrailingBlanks(String printed) {
        String stripped = printed.replaceAll(" +\n", "\n");
        assertThat(compare(stripped, printed).accepted()).isTrue();
        assertThat(compare(stripped.replace(" row", " more row"), printed).accepted())
                .isFalse();
    }

    @Test
    void aPlanOfAnotherRunWithoutItsTrailingBlanks() {
        String[] plan = {
            "Sort (actual time=0.010..0.020 rows=1 loops=1)",
            "  ->  Seq Scan on t (actual time=0.005..0.006 rows=1 loops=1)",
            "Execution Time: 0.050 ms"
        };
        String recorded = TableText.aligned("QUERY PLAN", plan);
        plan[0] = "Sort (actual time=10.010..10.020 rows=1 loops=1)";
        plan[1] = "  ->  Seq Scan on t (actual time=10.005..10.006 rows=1 loops=1)";
        String now = TableText.aligned("QUERY PLAN", plan);
        assertThat(compare(recorded, now).accepted()).isTrue();
        assertThat(compare(recorded.replaceAll(" +\n", "\n"), now).accepted()).isTrue();
        assertThat(compare(recorded.replaceAll(" +\n", "\n").replace("rows=1", "rows=2"), now)
                        .accepted())
                .isFalse();
    }

    @Test
    void aPatternBehindItsFooterDoesNotCutATable() {
        String actual = " a | b \n---+---\n 1 | 2\n(1 row)\nthe end";
        assertThat(compare(" a | b \n---+---\n 1 | 2\n(1 row)\nthe * (glob)", actual)
                        .accepted())
                .isTrue();
        assertThat(compare(" a | b \n---+---\n 1 |  2\n(1 row)\nthe * (glob)", actual)
                        .accepted())
                .isFalse();
        assertThat(compare(" a |  b \n---+----\n 1 |  2\n* (glob)", " a | b \n---+---\n 1 | 2\n(1 row)")
                        .accepted())
                .as("how wide the rest was is not known")
                .isTrue();
    }
}
