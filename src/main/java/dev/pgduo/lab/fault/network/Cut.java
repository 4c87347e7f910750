package dev.pgduo.lab.fault.network;

import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.link.Stream;
import dev.pgduo.lab.link.Toxic;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Packets are lost without an error; the connections stay open.
 *
 * @param held the directions in which nothing is passed on
 */
record Cut(FaultCard card, List<Stream> held) implements NetworkFault {
    static final Parameter KEEP =
            new Parameter("keep-timeouts", "no", "yes: the servers' own timeouts, 60 s each, instead of 3 s");

    private static final String SENDER = "terminating walsender process due to replication timeout";
    private static final String RECEIVER = "terminating walreceiver due to timeout";
    private static final String CLOSED = "could not receive data from WAL stream";

    Cut {
        held = List.copyOf(held);
    }

    @Override
    public void inject(Scene scene) {
        boolean keep = keeps(scene);
        LinkPath path = new LinkPath(scene);
        path.enter(keep ? Map.of() : LinkPath.shortTimeouts(scene.node()));
        path.spoilStream(Toxic.Type.TIMEOUT, held.toArray(Stream[]::new));
        path.noteSilence(held);
        new Transfer(scene).write();
    }

    private static boolean keeps(Scene scene) {
        String value = scene.value(KEEP.name());
        if (!value.matches("yes|no")) {
            throw new LabException(ErrorReport.error("invalid value for " + KEEP.name() + ": \"" + value + "\"")
                    .detail("It is yes or no."));
        }
        return value.equals("yes");
    }

    /**
     * The servers' usual timeouts are too long to wait for: with them, the evidence is that the standby does not confirm WAL.
     */
    @Override
    public Evidence evidence(Scene scene) {
        LinkPath path = new LinkPath(scene);
        List<Sign> signs = new ArrayList<>(held.stream().map(path::silentSign).toList());
        if (keeps(scene)) {
            signs.add(behind(scene));
        } else {
            signs.addAll(noticed(scene));
        }
        return Evidence.of(signs.toArray(Sign[]::new)).not(path.deadSign());
    }

    private List<Sign> noticed(Scene scene) {
        boolean up = held.contains(Stream.UPSTREAM);
        boolean down = held.contains(Stream.DOWNSTREAM);
        List<Sign> signs = new ArrayList<>();
        if (up) {
            signs.add(scene.logSign(scene.other(), SENDER));
        }
        // On a busy machine, the standby may give up before the primary has closed the connection.
        signs.add(scene.logSign(down ? RECEIVER : CLOSED + "|" + RECEIVER));
        return signs;
    }

    /**
     * A sign that no standby has confirmed all WAL. With short timeouts set by the person, the primary may have no walsender
     * any more.
     */
    private static Sign behind(Scene scene) {
        Capabilities server = scene.lab().capabilities();
        return scene.answerSign(
                scene.other(),
                "select count(*) from pg_stat_replication where " + server.statReplicationColumn("flush_lsn") + " >= "
                        + server.walFunction("pg_current_wal_lsn") + "()",
                "0",
                "what is written is not confirmed by the standby");
    }
}
