package dev.pgduo.lab.fault.freeze;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.lab.fault.Side;
import java.util.List;

/** The faults of the group freeze. */
public final class Freezes {
    /** The prefix of these faults' names; the process's role, or {@code node}, follows. */
    public static final String PREFIX = "freeze-";

    private static final String NOTHING = "Nothing is lost.";
    private static final String THAW = "\"thaw\": SIGCONT.";

    private Freezes() {}

    /** All faults of the group. */
    public static List<Fault> all() {
        return List.of(
                freeze(
                        "node",
                        Side.ANY,
                        "all processes of a node get SIGSTOP",
                        new Lesson(
                                        "Everything waits without an error: statements, and new connections too, as the kernel"
                                                + " accepts them. Only a timeout of the client ends it.",
                                        NOTHING
                                                + " A standby of it reconnects after wal_receiver_timeout, and gets no answer.",
                                        List.of(LogLine.all("FATAL:  terminating walreceiver due to timeout")),
                                        THAW)
                                .looking(Look.node("select 1", "(no answer)"))),
                freeze(
                        "postmaster",
                        Side.ANY,
                        "the postmaster alone gets SIGSTOP",
                        new Lesson(
                                        "Sessions and replication go on; each new connection waits for ever.",
                                        NOTHING,
                                        List.of(),
                                        THAW)
                                .looking(Look.node("select 1", "(in a session that is open; a new one waits)"))),
                freeze(
                        "walsender",
                        Side.PRIMARY,
                        "the walsender gets SIGSTOP",
                        new Lesson(
                                        "Synchronous commits wait; all others go on. pg_stat_replication stays as it was, and"
                                                + " the slot stays active.",
                                        NOTHING + " The standby does not get what is written meanwhile.",
                                        List.of(
                                                LogLine.all("FATAL:  terminating walreceiver due to timeout"),
                                                new LogLine(
                                                        "9.6-18",
                                                        "ERROR:  replication slot \"pgduo\" is active for PID N")),
                                        THAW)
                                .looking(
                                        Look.primary("select state from pg_stat_replication", "streaming"),
                                        Look.primary("select active from pg_replication_slots", "t"))),
                freeze(
                        "walreceiver",
                        Side.STANDBY,
                        "the walreceiver gets SIGSTOP",
                        new Lesson(
                                        "Synchronous commits wait; queries on the standby return increasingly old data.",
                                        NOTHING + " What is written meanwhile is lost, if the primary dies.",
                                        List.of(LogLine.all(
                                                "LOG:  terminating walsender process due to replication timeout")),
                                        THAW)
                                .looking(Look.primary(
                                        "select count(*) from pg_stat_replication",
                                        "(1 until wal_sender_timeout is over, then 0)"))),
                freeze(
                        "checkpointer",
                        Side.ANY,
                        "the checkpointer gets SIGSTOP",
                        new Lesson(
                                        "CHECKPOINT waits, and so does a fast shutdown; everything else goes on.",
                                        NOTHING + " Recovery after a crash would take longer and longer.",
                                        List.of(),
                                        THAW)
                                .looking(Look.node(
                                        "select checkpoint_time from pg_control_checkpoint()", "(does not change)"))));
    }

    private static Fault freeze(String role, Side side, String sentence, Lesson lesson) {
        return new Freeze(new FaultCard(PREFIX + role, FaultGroup.FREEZE, side, sentence, List.of(), lesson), role);
    }
}
