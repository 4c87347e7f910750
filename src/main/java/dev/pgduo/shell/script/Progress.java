package dev.pgduo.shell.script;

/** Shows the progress of a {@link Matrix}. */
interface Progress extends Matrix.Watcher {
    /** Removes lines that must not remain. */
    default void clear() {}
}
