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

/** The link passes on only a limited number of bytes per second. */
record Throttle(FaultCard card) implements NetworkFault {
    private static final int MOST = 10_000;
    private static final int KILO = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Parameter RATE = new Parameter("rate", "100", "kB per second in each direction, 1 to " + MOST);

    private static long rate(Scene scene) {
        return new NumberArgument(scene).of(RATE, 1, MOST);
    }

    /** The number of bytes for which the link needs one and a half seconds. */
    private static long bytes(Scene scene) {
        return rate(scene) * KILO * 3 / 2;
    }

    @Override
    public void inject(Scene scene) {
        Map<Toxic.Attribute, Long> attributes = Map.of(Toxic.Attribute.RATE, rate(scene));
        LinkPath path = new LinkPath(scene);
        path.enter(Map.of());
        path.spoil(Toxic.Type.BANDWIDTH, attributes, Stream.values());
    }

    /** The evidence is a commit with that much WAL: its confirmation takes a second at least. */
    @Override
    public Evidence evidence(Scene scene) {
        LinkPath path = new LinkPath(scene);
        Transfer transfer = new Transfer(scene);
        long bytes = bytes(scene);
        Sign slow = new Sign(
                bytes / KILO + " kB of WAL that take more than a second",
                () -> transfer.confirmed(() -> transfer.write(bytes), PATIENCE)
                        .filter(taken -> taken.compareTo(Duration.ofSeconds(1)) >= 0)
                        .map(taken -> bytes / KILO + " kB of WAL are confirmed after " + Transfer.words(taken) + ": "
                                + bytes / Math.max(1, taken.toMillis()) + " kB/s"));
        return Evidence.of(slow, path.streamsSign()).not(path.deadSign());
    }
}
