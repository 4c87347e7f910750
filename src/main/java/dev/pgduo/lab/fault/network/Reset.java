package dev.pgduo.lab.fault.network;

import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.link.Stream;
import dev.pgduo.lab.link.Toxic;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** The connection is reset once; the next one is accepted, and the fault is over. */
record Reset(FaultCard card) implements NetworkFault {
    private static final String DONE = "done";
    private static final String BROKEN = "could not (receive data from|send data to) WAL stream";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public void inject(Scene scene) {
        LinkPath path = new LinkPath(scene);
        path.enter(Map.of());
        path.spoil(Toxic.Type.RESET_PEER, Map.of(), Stream.values());
        path.mend();
        // The standby must log the reset before the link is removed: before 13 that takes a restart, after which it
        // would not.
        Wait.to("see the connection break", PATIENCE)
                .comesTrue(() ->
                        scene.logged(scene.node(), Pattern.compile(BROKEN)).isPresent());
        path.leave();
        scene.note(DONE, "yes");
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                scene.logSign(
                        scene.other(),
                        "could not (receive data from|send data to) client|unexpected EOF on standby connection"),
                scene.logSign(BROKEN),
                scene.answerSign(
                        scene.other(),
                        "select count(*) from pg_stat_replication where state = 'streaming'",
                        "1",
                        "the standby streams again"));
    }

    @Override
    public boolean passed(Scene scene) {
        return NetworkFault.super.passed(scene) || scene.note(DONE).isPresent();
    }
}
