package dev.pgduo.lab.fault;

import dev.pgduo.cluster.quantity.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The proof that a fault has happened.
 *
 * @param signs all of them must be observed
 * @param others any of them shows that another failure has happened
 * @param patience how long the signs may take to appear
 */
public record Evidence(List<Sign> signs, List<Sign> others, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Evidence {
        signs = List.copyOf(signs);
        others = List.copyOf(others);
        if (signs.isEmpty()) {
            throw new IllegalArgumentException("nothing would prove the fault");
        }
    }

    /**
     * One observable fact.
     *
     * @param expected the fact, as a phrase
     * @param look returns what is observed now, for the report; empty when the fact is not observed (yet)
     */
    public record Sign(String expected, Supplier<Optional<String>> look) {}

    /** Evidence of which each sign must appear within a minute. */
    public static Evidence of(Sign... signs) {
        return new Evidence(List.of(signs), List.of(), PATIENCE);
    }

    /** The same evidence, disproved by any of these signs. */
    public Evidence not(Sign... signs) {
        return new Evidence(this.signs, List.of(signs), patience);
    }

    /**
     * Waits for the signs, and returns the verdict.
     *
     * @throws dev.pgduo.report.LabException when this thread is interrupted
     */
    public FaultVerdict judge() {
        Wait.to("see the evidence", patience)
                .comesTrue(() -> other().isPresent() || missing().isEmpty());
        Optional<String> other = other();
        List<String> missing = missing();
        if (other.isPresent()) {
            return new FaultVerdict.Another(other.get());
        }
        return missing.isEmpty()
                ? new FaultVerdict.Confirmed(signs.stream()
                        .flatMap(sign -> sign.look().get().stream())
                        .toList())
                : new FaultVerdict.Unknown(missing);
    }

    private Optional<String> other() {
        return others.stream().flatMap(sign -> sign.look().get().stream()).findFirst();
    }

    private List<String> missing() {
        return signs.stream()
                .filter(sign -> sign.look().get().isEmpty())
                .map(Sign::expected)
                .toList();
    }
}
