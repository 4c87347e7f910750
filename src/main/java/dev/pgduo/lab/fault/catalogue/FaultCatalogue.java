package dev.pgduo.lab.fault.catalogue;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.death.Deaths;
import dev.pgduo.lab.fault.freeze.Freezes;
import dev.pgduo.lab.fault.network.Networks;
import dev.pgduo.lab.fault.replication.Replications;
import dev.pgduo.lab.fault.storage.Damages;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults, in the order of their groups. */
public final class FaultCatalogue {
    private static final List<Fault> ALL = Stream.of(
                    Deaths.all(), Freezes.all(), Networks.all(), Replications.all(), Damages.all())
            .flatMap(List::stream)
            .toList();

    private FaultCatalogue() {}

    public static List<Fault> all() {
        return ALL;
    }

    /** The faults of a group. */
    public static List<Fault> of(FaultGroup group) {
        return ALL.stream().filter(fault -> fault.card().group() == group).toList();
    }

    /** The names of all faults. */
    public static List<String> names() {
        return ALL.stream().map(fault -> fault.card().name()).toList();
    }

    /** The fault of this name; empty when there is none. */
    public static Optional<Fault> find(String name) {
        return ALL.stream().filter(fault -> fault.card().name().equals(name)).findFirst();
    }

    /**
     * The fault of this name.
     *
     * @throws LabException when there is none
     */
    public static Fault get(String name) {
        return find(name)
                .orElseThrow(() -> new LabException(ErrorReport.error("there is no fault \"" + name + "\"")
                        .hint(DidYouMean.nearest(name, names())
                                .map(near -> "Perhaps you meant \"" + near + "\".")
                                .orElse("\"fault list\" shows the faults."))));
    }
}
