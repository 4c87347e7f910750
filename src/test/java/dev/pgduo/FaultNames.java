package dev.pgduo;

import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import java.util.List;

/** The faults that a test goes through: some, or with {@code -Dpgduo.faults=all} all. */
final class FaultNames {
    private FaultNames() {}

    /** Whether all were asked for. */
    static boolean all() {
        return System.getProperty("pgduo.faults", "").equals("all");
    }

    /** These, or all. */
    static List<String> orAll(String... some) {
        return all() ? FaultCatalogue.names() : List.of(some);
    }
}
