package dev.pgduo.lab.fault;

import java.util.List;

/** The result of injecting a fault. */
public sealed interface FaultVerdict {
    /**
     * The fault has happened.
     *
     * @param evidence what was observed
     */
    record Confirmed(List<String> evidence) implements FaultVerdict {
        public Confirmed {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Another failure has happened.
     *
     * @param sight what was observed of it
     */
    record Another(String sight) implements FaultVerdict {}

    /**
     * Not all evidence was observed.
     *
     * @param missing the signs that did not appear
     */
    record Unknown(List<String> missing) implements FaultVerdict {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }
}
