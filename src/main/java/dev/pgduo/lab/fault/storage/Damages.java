package dev.pgduo.lab.fault.storage;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.Side;
import java.util.List;

/** The group storage. */
public final class Damages {
    private Damages() {}

    /** Its faults. */
    public static List<Fault> all() {
        return List.of(
                new PageDamaged(card(
                        "page-damaged",
                        Side.PRIMARY,
                        "the header of a page of a table is turned into nonsense while the server is down",
                        new Lesson(
                                "Who reads the page gets an error; the others notice nothing, and replication goes on.",
                                "The other pages, and the same page on the standby.",
                                List.of(
                                        new LogLine("9.6-17", "ERROR:  invalid page in block 1 of relation base/N/N"),
                                        new LogLine("18", "ERROR:  invalid page in block 1 of relation \"base/N/N\"")),
                                "The page from the standby, or from a backup; \"heal\" puts the bytes back."))),
                new FileLost(card(
                        "file-lost",
                        Side.PRIMARY,
                        "the file of a table is gone",
                        new Lesson(
                                "A new session gets an error when it reads the table; one that had the file open does"
                                        + " not. Checkpoint, stop and start succeed.",
                                "All other tables, and this one on the standby.",
                                List.of(LogLine.all(
                                        "ERROR:  could not open file \"base/N/N\": No such file or directory")),
                                "The file from a backup, or the standby is promoted; \"heal\" puts the file back."))),
                new ControlDamaged(card(
                        "control-damaged",
                        Side.ANY,
                        "a byte of pg_control is changed while the server is down",
                        new Lesson(
                                "The server does not start.",
                                "All data: only the file that says where recovery begins is damaged.",
                                List.of(new LogLine("9.6-18", "FATAL:  incorrect checksum in control file")),
                                "A base backup of the other node; \"heal\" puts the byte back."))),
                new WalDamaged(
                        card(
                                "wal-damaged",
                                Side.PRIMARY,
                                "a record of the WAL is damaged before the primary recovers from a crash",
                                new Lesson(
                                        "The server starts without an error. The last rows that were acknowledged are"
                                                + " gone, if there is no standby to take over.",
                                        "All before the damaged record; the standby has the rest, and is ahead.",
                                        List.of(LogLine.all(
                                                "LOG:  incorrect resource manager data checksum in record" + " at N")),
                                        "Promote the standby, which has the rows. \"heal\" makes it anew from the"
                                                + " primary.")),
                        false),
                new WalDamaged(
                        card(
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
                                        "The standby gets the record from its primary by itself.")),
                        true));
    }

    private static FaultCard card(String name, Side side, String sentence, Lesson lesson) {
        return new FaultCard(name, FaultGroup.STORAGE, side, sentence, List.of(), lesson);
    }
}
