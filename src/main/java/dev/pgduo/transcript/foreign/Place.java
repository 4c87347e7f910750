package dev.pgduo.transcript.foreign;

/**
 * Where a command is typed.
 *
 * @param node {@code a} or {@code b}
 * @param session its number, or 0 at the node's shell
 */
record Place(String node, int session) {
    /** For messages. */
    String shown() {
        return session == 0 ? "the shell of node " + node : "session " + session + " on node " + node;
    }

    /** For {@code --map}. */
    String pane() {
        return session == 0 ? node : node + ":" + session;
    }
}
