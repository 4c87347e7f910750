package dev.pgduo.lab.conf;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that a person probably meant; the shell supplies it. */
@FunctionalInterface
public interface Spelling {
    /** The name nearest to what was typed, when one is near. */
    Optional<String> nearest(String typed, Collection<String> names);
}
