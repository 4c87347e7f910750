package dev.pgduo.lab.fault.network;

import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.link.Stream;
import dev.pgduo.lab.link.Toxic;
import java.time.Duration;
import java.util.Map;

/** All packets are delayed. */
record Delay(FaultCard card) implements NetworkFault {
    private static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Parameter LATENCY = new Parameter("latency", "200", "milliseconds in each direction, 1 to " + MOST);
    static final Parameter JITTER = new Parameter("jitter", "0", "random variation in milliseconds, 0 to " + MOST);

    private static long latency(Scene scene) {
        return new NumberArgument(scene).of(LATENCY, 1, MOST);
    }

    private static long jitter(Scene scene) {
        return new NumberArgument(scene).of(JITTER, 0, MOST);
    }

    @Override
    public void inject(Scene scene) {
        Map<Toxic.Attribute, Long> attributes =
                Map.of(Toxic.Attribute.LATENCY, latency(scene), Toxic.Attribute.JITTER, jitter(scene));
        LinkPath path = new LinkPath(scene);
        path.enter(Map.of());
        path.spoil(Toxic.Type.LATENCY, attributes, Stream.values());
    }

    /** The evidence is a commit that waits for the standby: it takes the delay of both directions. */
    @Override
    public Evidence evidence(Scene scene) {
        LinkPath path = new LinkPath(scene);
        Duration least = Duration.ofMillis(Math.max(1, 2 * (latency(scene) - jitter(scene))));
        Transfer transfer = new Transfer(scene);
        Sign late = new Sign(
                "WAL that is confirmed only after " + Transfer.words(least),
                () -> transfer.confirmed(transfer::write, PATIENCE.plus(least))
                        .filter(taken -> taken.compareTo(least) >= 0)
                        .map(taken -> "a commit is confirmed by the standby after " + Transfer.words(taken)));
        return Evidence.of(late, path.streamsSign()).not(path.deadSign());
    }
}
