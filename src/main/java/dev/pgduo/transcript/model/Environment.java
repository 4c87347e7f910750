package dev.pgduo.transcript.model;

import dev.pgduo.version.ServerVersion;
import java.util.function.Predicate;

/**
 * What conditions ask about.
 *
 * @param pg the servers' version
 * @param os {@code linux}, {@code macos} or {@code windows}
 * @param tools whether a program such as {@code pg_rewind} can be run
 * @param language that the lab is told in
 */
public record Environment(ServerVersion pg, String os, Predicate<String> tools, String language) {
    /** One of which nobody named the language. */
    public Environment(ServerVersion pg, String os, Predicate<String> tools) {
        this(pg, os, tools, Variant.DEFAULT_LANGUAGE);
    }

    /** The same in this language. */
    public Environment in(String other) {
        return new Environment(pg, os, tools, other);
    }
}
