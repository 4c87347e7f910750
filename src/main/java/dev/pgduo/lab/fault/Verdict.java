package dev.pgduo.lab.fault;

import java.util.List;

/** The result of injecting a fault. */
public sealed interface Verdict {
    /**
     * It happened.
     *
     * @param evidence what was seen
     */
    record Confirmed(List<String> evidence) implements Verdict {
        public Confirmed {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Something else happened.
     *
     * @param sight what was seen of it
     */
    record Another(String sight) implements Verdict {}

    /**
     * Not all that must be seen was seen.
     *
     * @param missing what was waited for
     */
    record Unknown(List<String> missing) implements Verdict {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }
}
