package dev.pgduo.transcript.model;

import dev.pgduo.version.ServerVersion;
import java.util.function.Predicate;

/**
 * The facts on which conditions depend.
 *
 * @param pg the servers' version
 * @param os {@code linux}, {@code macos} or {@code windows}
 * @param tools tells whether a program such as {@code pg_rewind} can be run
 * @param language the language in which the lab is shown
 */
public record Environment(ServerVersion pg, String os, Predicate<String> tools, String language) {
    /** An environment with the default language. */
    public Environment(ServerVersion pg, String os, Predicate<String> tools) {
        this(pg, os, tools, Variant.DEFAULT_LANGUAGE);
    }

    /** The same with this language. */
    public Environment in(String other) {
        return new Environment(pg, os, tools, other);
    }
}
