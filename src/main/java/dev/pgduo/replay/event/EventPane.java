package dev.pgduo.replay.event;

/**
 * The place where something is typed and printed.
 *
 * @param name {@code lab}, {@code os a}, {@code os b}, {@code session 1} and so on; empty for none
 * @param node {@code a} or {@code b}; empty for none
 */
public record EventPane(String name, String node) {
    /** No pane, for text. */
    public static final EventPane NONE = new EventPane("", "");

    /** The prompt of the lab. */
    public static final EventPane LAB = new EventPane("lab", "");

    static EventPane os(String node) {
        return new EventPane("os " + node, node);
    }

    static EventPane session(int number, String node) {
        return new EventPane("session " + number, node);
    }
}
