package dev.pgduo.lab.fault.storage;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.lab.fault.Looks;
import dev.pgduo.lab.fault.Side;
import java.util.List;

/** The faults of the group storage. */
public final class Damages {
    private Damages() {}

    /** All faults of the group. */
    public static List<Fault> all() {
        return List.of(
                new TornPage(constructed(
                        "torn-page",
                        Side.PRIMARY,
                        "the power fails while a page is written: half of it is new, half old",
                        new Lesson(
                                        "full_page_writes=off: without checksums rows are duplicated without an error; with"
                                                + " them the server does not start. full_page_writes=on: nothing.",
                                        "full_page_writes=on: everything, as recovery writes the whole page anew. off: what the"
                                                + " standby has; up to 14 it gets the torn page, too, with the hint bits of whoever"
                                                + " reads it (wal_log_hints).",
                                        List.of(
                                                new LogLine(
                                                        "9.6-17",
                                                        "FATAL:  invalid page in block 0 of relation base/N/N (with checksums)"),
                                                new LogLine(
                                                        "18",
                                                        "FATAL:  invalid page in block 0 of relation \"base/N/N\" (with"
                                                                + " checksums)")),
                                        "The standby is promoted. \"heal\" puts the page back, or drops the table.")
                                .looking(Look.primary(
                                        "select count(*) > count(distinct id) from pgduo_damaged",
                                        "(off, without checksums: t)")),
                        new Parameter(
                                TornPage.SETTING,
                                "off",
                                "whether the server writes whole pages to its WAL: on or off"))),
                new WalFull(card(
                        "wal-full",
                        Side.PRIMARY,
                        "the file system of pg_wal is full: a small one in memory is mounted over it",
                        new Lesson(
                                        "Every session is ended, as the server ends. Each start fails until there is room.",
                                        "All that was committed; the standby has it, too.",
                                        List.of(
                                                new LogLine(
                                                        "9.6",
                                                        "PANIC:  could not write to file \"pg_xlog/xlogtemp.N\": No space left"
                                                                + " on device"),
                                                new LogLine(
                                                        "10-18",
                                                        "PANIC:  could not write to file \"pg_wal/xlogtemp.N\": No space left on"
                                                                + " device")),
                                        "Room in the file system, then \"start\"; nothing in pg_wal is ever removed by hand.")
                                .looking(Looks.NO_RECEIVER))),
                new TablespaceFull(card(
                        "tablespace-full",
                        Side.PRIMARY,
                        "the file system of a tablespace is full: a small one in memory is mounted over it",
                        new Lesson(
                                        "A statement that needs room gets an error, and its transaction is rolled back; all others"
                                                + " go on.",
                                        "All that was committed.",
                                        List.of(LogLine.all("ERROR:  could not extend file"
                                                + " \"pg_tblspc/N/PG_N/N/N\": No space left on device")),
                                        "Room in the file system; the statement is run again. No restart.")
                                .looking(Look.primary(
                                        "select pg_size_pretty(pg_tablespace_size('pgduo_full'))",
                                        "(all that the file system has)")))),
                new PageDamaged(constructed(
                        "page-damaged",
                        Side.PRIMARY,
                        "the header of a page of a table is overwritten with invalid bytes while the server is down",
                        new Lesson(
                                        "Statements that read the page get an error; all others and replication are not affected.",
                                        "The other pages, and the same page on the standby.",
                                        List.of(
                                                new LogLine(
                                                        "9.6-17",
                                                        "ERROR:  invalid page in block 1 of relation base/N/N"),
                                                new LogLine(
                                                        "18",
                                                        "ERROR:  invalid page in block 1 of relation \"base/N/N\"")),
                                        "The page from the standby, or from a backup; \"heal\" puts the bytes back.")
                                .looking(
                                        Look.primary("select count(*) from pgduo_damaged", Look.ERROR),
                                        Look.standby("select count(*) from pgduo_damaged", "1000")))),
                new FileLost(constructed(
                        "file-lost",
                        Side.PRIMARY,
                        "the file of a table is gone",
                        new Lesson(
                                        "A new session gets an error when it reads the table; one that had the file open does"
                                                + " not. Checkpoint, stop and start succeed.",
                                        "All other tables, and this one on the standby.",
                                        List.of(LogLine.all(
                                                "ERROR:  could not open file \"base/N/N\": No such file or directory")),
                                        "The file from a backup, or the standby is promoted; \"heal\" puts the file back.")
                                .looking(
                                        Look.primary("select count(*) from pgduo_damaged", Look.ERROR),
                                        Look.standby("select count(*) from pgduo_damaged", "1000")))),
                new ControlDamaged(constructed(
                        "control-damaged",
                        Side.ANY,
                        "a byte of pg_control is changed while the server is down",
                        new Lesson(
                                        "The server does not start.",
                                        "All data: only the file that says where recovery begins is damaged.",
                                        List.of(new LogLine("9.6-18", "FATAL:  incorrect checksum in control file")),
                                        "A base backup of the other node; \"heal\" puts the byte back.")
                                .looking(Looks.NO_RECEIVER, Looks.NO_SENDER))),
                new WalDamaged(
                        constructed(
                                "wal-damaged",
                                Side.PRIMARY,
                                "a record of the WAL is damaged before the primary recovers from a crash",
                                new Lesson(
                                                "The server starts without an error. The last rows that were acknowledged are"
                                                        + " gone, if there is no standby to take over.",
                                                "All before the damaged record; the standby has the rest, and is ahead.",
                                                List.of(LogLine.all(
                                                        "LOG:  incorrect resource manager data checksum in record"
                                                                + " at N")),
                                                "Promote the standby, which has the rows. \"heal\" makes it anew from the"
                                                        + " primary.")
                                        .looking(
                                                Look.primary(
                                                        "select count(*) from pgduo_damaged",
                                                        "(less than were acknowledged)"),
                                                Look.standby(
                                                        "select count(*) from pgduo_damaged",
                                                        "(all that were acknowledged)"))),
                        false),
                new WalDamaged(
                        constructed(
                                "wal-damaged-standby",
                                Side.STANDBY,
                                "a record of the WAL is damaged before the standby recovers from a crash",
                                new Lesson(
                                                "Nothing.",
                                                "Everything, as long as the primary has the segment.",
                                                List.of(
                                                        LogLine.all(
                                                                "LOG:  incorrect resource manager data checksum in record at N"),
                                                        LogLine.all(
                                                                "LOG:  started streaming WAL from primary at N on timeline N")),
                                                "The standby gets the record from its primary by itself.")
                                        .looking(Look.standby("select status from pg_stat_wal_receiver", "streaming"))),
                        true));
    }

    private static FaultCard constructed(
            String name, Side side, String sentence, Lesson lesson, Parameter... parameters) {
        return new FaultCard(name, FaultGroup.STORAGE, side, sentence, List.of(parameters), lesson).asConstructed();
    }

    private static FaultCard card(String name, Side side, String sentence, Lesson lesson) {
        return new FaultCard(name, FaultGroup.STORAGE, side, sentence, List.of(), lesson);
    }
}
