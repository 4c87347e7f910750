package dev.pgduo.transcript.model;

import java.util.List;

/**
 * The programs and extensions that a lab requires.
 *
 * @param tools programs such as {@code pg_rewind}
 * @param extensions extensions of the server, such as {@code pageinspect}
 */
public record Requirements(List<String> tools, List<String> extensions) {
    /** No requirements. */
    public static final Requirements NONE = new Requirements(List.of(), List.of());

    public Requirements {
        tools = List.copyOf(tools);
        extensions = List.copyOf(extensions);
    }
}
