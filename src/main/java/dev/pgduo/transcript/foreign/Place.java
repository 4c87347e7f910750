package dev.pgduo.transcript.foreign;

/**
 * The place where a command is typed.
 *
 * @param node {@code a} or {@code b}
 * @param session the session's number, or 0 for the node's shell
 */
record Place(String node, int session) {
    /** The name for messages. */
    String shown() {
        return session == 0 ? "the shell of node " + node : "session " + session + " on node " + node;
    }

    /** The name for {@code --map}. */
    String pane() {
        return session == 0 ? node : node + ":" + session;
    }
}
