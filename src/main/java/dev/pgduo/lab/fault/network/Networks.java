package dev.pgduo.lab.fault.network;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.lab.fault.Looks;
import dev.pgduo.lab.fault.Side;
import dev.pgduo.lab.link.Stream;
import java.util.List;

/** The faults of the group network. */
public final class Networks {
    /** The names of its faults. */
    public static final String CUT = "cut";

    public static final String CUT_TO_STANDBY = "cut-to-standby";
    public static final String CUT_TO_PRIMARY = "cut-to-primary";
    public static final String DELAY = "delay";
    public static final String THROTTLE = "throttle";

    private static final String WAIT = "Synchronous commits wait for ever, and a cancel request lets them succeed with"
            + " a WARNING; all others go on. Queries on the standby return increasingly old data.";
    private static final String NOTHING = "Nothing is lost as long as the primary lives.";
    private static final String MEND = "\"mend\": the standby connects to the primary directly again.";
    private static final LogLine SENDER = LogLine.all("LOG:  terminating walsender process due to replication timeout");
    private static final LogLine RECEIVER = LogLine.all("FATAL:  terminating walreceiver due to timeout");
    private static final String BROKEN = "FATAL:  could not receive data from WAL stream: ";

    private static final String REFUSED = "FATAL:  could not connect to the primary server: ";
    private static final String SERVER = "connection to server at \"127.0.0.1\", port N failed: Connection refused";

    private static final Look WAITING = Look.primary(
                    "select count(*) from pg_stat_activity where wait_event = 'SyncRep'",
                    "(the synchronous commits that wait)")
            .on("10-18");

    private Networks() {}

    /** All faults of the group. */
    public static List<Fault> all() {
        return List.of(
                cut(
                        CUT,
                        "packets are lost in both directions without an error; the connection stays open",
                        WAIT,
                        List.of(SENDER, RECEIVER),
                        Stream.UPSTREAM,
                        Stream.DOWNSTREAM),
                cut(
                        CUT_TO_STANDBY,
                        "packets to the standby are lost; those that it sends arrive",
                        WAIT,
                        List.of(RECEIVER),
                        Stream.DOWNSTREAM),
                cut(
                        CUT_TO_PRIMARY,
                        "packets to the primary are lost; those that it sends arrive",
                        WAIT + " The standby shows what it had received until then.",
                        List.of(SENDER, LogLine.all(BROKEN + "server closed the connection unexpectedly")),
                        Stream.UPSTREAM),
                new Reset(card(
                        "reset",
                        "the connection of the standby is broken off once, by RST",
                        List.of(),
                        new Lesson(
                                        "Synchronous commits wait for a moment.",
                                        "Nothing is lost; the standby connects again at once.",
                                        List.of(
                                                LogLine.all(
                                                        "LOG:  could not receive data from client: Connection reset by peer"),
                                                LogLine.all("LOG:  unexpected EOF on standby connection"),
                                                LogLine.all(BROKEN + "N")),
                                        "It is over by itself.")
                                .looking(Look.primary(
                                        "select backend_start from pg_stat_replication", "(later than before)")))),
                new Refuse(card(
                        "refuse",
                        "the connection of the standby is broken off, and every new one refused",
                        List.of(),
                        new Lesson(
                                        WAIT,
                                        NOTHING,
                                        List.of(
                                                new LogLine(
                                                        "9.6-13",
                                                        REFUSED + "could not connect to server: Connection refused"),
                                                new LogLine("14-17", REFUSED + SERVER),
                                                new LogLine(
                                                        "18",
                                                        "FATAL:  streaming replication receiver \"b\" could not connect to the"
                                                                + " primary server: " + SERVER)),
                                        MEND)
                                .looking(Looks.NO_SENDER, Looks.NO_RECEIVER, WAITING))),
                new Delay(card(
                        DELAY,
                        "packets are delayed, in both directions",
                        List.of(Delay.LATENCY, Delay.JITTER),
                        new Lesson(
                                        "A synchronous commit takes twice the latency; all others are as fast as ever.",
                                        NOTHING,
                                        List.of(),
                                        MEND)
                                .looking(Look.primary(
                                                "select replay_lag from pg_stat_replication",
                                                "(after a commit: twice the latency)")
                                        .on("10-18")))),
                new Throttle(card(
                        THROTTLE,
                        "the bandwidth is limited, in both directions",
                        List.of(Throttle.RATE),
                        new Lesson(
                                        "The more is written, the further the standby falls behind; synchronous commits"
                                                + " wait for all that was written before them.",
                                        NOTHING + " What has not arrived is lost, if it dies.",
                                        List.of(),
                                        MEND)
                                .looking(Looks.behind("(grows while much is written)")))));
    }

    private static Fault cut(String name, String sentence, String client, List<LogLine> log, Stream... held) {
        Lesson lesson = new Lesson(client, NOTHING, log, MEND).looking(Looks.NO_SENDER, Looks.NO_RECEIVER, WAITING);
        return new Cut(card(name, sentence, List.of(Cut.KEEP), lesson), List.of(held));
    }

    private static FaultCard card(String name, String sentence, List<Parameter> parameters, Lesson lesson) {
        return new FaultCard(name, FaultGroup.NETWORK, Side.STANDBY, sentence, parameters, lesson);
    }
}
