package dev.pgduo.lab.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The groups of faults. */
public enum FaultGroup {
    DEATH("processes die"),
    FREEZE("processes are suspended"),
    NETWORK("the network between the nodes fails"),
    REPLICATION("replication breaks, or the standby returns wrong data"),
    STORAGE("files are damaged or gone");

    private final String words;

    FaultGroup(String words) {
        this.words = words;
    }

    /** What the group's faults have in common, for lists. */
    public String words() {
        return words;
    }

    /** The group of this name; empty when there is none. */
    public static Optional<FaultGroup> find(String name) {
        return Stream.of(values())
                .filter(group -> group.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
