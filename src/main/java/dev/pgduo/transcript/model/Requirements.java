package dev.pgduo.transcript.model;

import java.util.List;

/**
 * What a lab requires to be run.
 *
 * @param tools programs such as {@code pg_rewind}
 * @param extensions of the server, such as {@code pageinspect}
 */
public record Requirements(List<String> tools, List<String> extensions) {
    /** Nothing but the two servers. */
    public static final Requirements NONE = new Requirements(List.of(), List.of());

    public Requirements {
        tools = List.copyOf(tools);
        extensions = List.copyOf(extensions);
    }
}
