package dev.pgduo.scan;

import java.util.Optional;

/** What {@code :name} stands for. */
@FunctionalInterface
public interface Variables {
    /** No variables. */
    Variables NONE = name -> Optional.empty();

    /** The variable's value, or nothing when it is not set. */
    Optional<String> value(String name);
}
