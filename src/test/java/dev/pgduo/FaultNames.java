package dev.pgduo;

import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import java.util.List;

/** The faults that a test goes through: some, or all with {@code -Dpgduo.faults=all}, or those that the property names. */
final class FaultNames {
    private FaultNames() {}

    private static final String ASKED = System.getProperty("pgduo.faults", "");

    /** Whether others than usual were asked for. */
    static boolean asked() {
        return !ASKED.isEmpty();
    }

    /** These, or those that were asked for. */
    static List<String> orAsked(String... some) {
        if (!asked()) {
            return List.of(some);
        }
        return ASKED.equals("all") ? FaultCatalogue.names() : List.of(ASKED.split(",", -1));
    }
}
