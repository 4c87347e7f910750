package dev.pgduo.shell.script;

/** Shows how far a matrix is. */
interface Progress extends Matrix.Watcher {
    /** Takes away what is not to stay. */
    default void clear() {}
}
