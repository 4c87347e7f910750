package dev.pgduo.course.predicate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The role of a node in a check. */
public enum NodeRole {
    PRIMARY,
    STANDBY,
    DOWN;

    static Optional<NodeRole> find(String word) {
        return Stream.of(values()).filter(role -> role.toString().equals(word)).findFirst();
    }

    /** The word in lab files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
