package dev.pgduo.lab.fault.network;

import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.link.Stream;
import dev.pgduo.lab.link.Toxic;
import java.util.Map;

/** The connection is reset, and new ones are refused. */
record Refuse(FaultCard card) implements NetworkFault {
    @Override
    public void inject(Scene scene) {
        LinkPath path = new LinkPath(scene);
        path.enter(Map.of());
        path.spoil(Toxic.Type.DOWN, Map.of(), Stream.values());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(
                        scene.logSign("could not connect to the primary server: .*Connection refused"),
                        scene.answerSign(
                                scene.other(),
                                "select count(*) from pg_stat_replication",
                                "0",
                                "no row in pg_stat_replication"))
                .not(new LinkPath(scene).deadSign());
    }
}
