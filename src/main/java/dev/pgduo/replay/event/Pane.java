package dev.pgduo.replay.event;

/**
 * Where something is typed and printed.
 *
 * @param name {@code lab}, {@code os a}, {@code os b}, {@code session 1} and so on; empty for none
 * @param node {@code a} or {@code b}; empty when it is neither's
 */
public record Pane(String name, String node) {
    /** No pane: what is told to the reader. */
    public static final Pane NONE = new Pane("", "");

    /** The prompt of the lab. */
    public static final Pane LAB = new Pane("lab", "");

    static Pane os(String node) {
        return new Pane("os " + node, node);
    }

    static Pane session(int number, String node) {
        return new Pane("session " + number, node);
    }
}
