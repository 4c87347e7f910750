package dev.pgduo.lab.fault;

import java.util.List;

/** What came of a fault. */
public sealed interface FaultVerdict {
    /**
     * It happened.
     *
     * @param evidence what was seen
     */
    record Confirmed(List<String> evidence) implements FaultVerdict {
        public Confirmed {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Something else happened.
     *
     * @param sight what was seen of it
     */
    record Another(String sight) implements FaultVerdict {}

    /**
     * Not all that must be seen was seen.
     *
     * @param missing what was waited for
     */
    record Unknown(List<String> missing) implements FaultVerdict {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }
}
