package dev.pgduo.lab.link;

import dev.pgduo.lab.link.Toxic.Attribute;
import java.util.List;

/**
 * The combined effect of all toxics of one direction.
 *
 * @param held whether nothing is passed on
 * @param latency the delay in ms
 * @param jitter the largest deviation from the latency in ms
 * @param rate the limit in bytes per second; 0 for no limit
 */
record Flow(boolean held, long latency, long jitter, long rate) {
    /** No toxic has an effect. */
    static final Flow FREE = new Flow(false, 0, 0, 0);

    private static final long KILO = 1000;
    private static final long MILLI = 1_000_000;

    /** Combines toxics: the lowest rate counts, and latencies are added. */
    static Flow of(List<Toxic> toxics, Stream stream) {
        Flow flow = FREE;
        for (Toxic toxic : toxics) {
            if (toxic.stream() == stream) {
                flow = flow.with(toxic);
            }
        }
        return flow;
    }

    private Flow with(Toxic toxic) {
        long own = toxic.type() == Toxic.Type.BANDWIDTH ? toxic.value(Attribute.RATE) * KILO : 0;
        return new Flow(
                held || toxic.type() == Toxic.Type.TIMEOUT,
                latency + toxic.value(Attribute.LATENCY),
                jitter + toxic.value(Attribute.JITTER),
                own == 0 || rate == 0 ? Math.max(own, rate) : Math.min(own, rate));
    }

    /**
     * The delay of one piece of data, in ns.
     *
     * @param chance from -1 to 1
     */
    long delay(double chance) {
        return Math.max(0, latency * MILLI + Math.round(jitter * MILLI * chance));
    }
}
