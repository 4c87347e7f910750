package dev.pgduo.cluster.rewind;

/** What is to be done with one file of the target, in the order in which it is done. */
public enum FileAction {
    /** A directory or a link is made. */
    CREATE,
    /** All of the file comes from the source. */
    COPY,
    /** What the source's file has more. */
    COPY_TAIL,
    /** Nothing, but perhaps for some of its pages. */
    NONE,
    /** What the target's file has more goes. */
    TRUNCATE,
    REMOVE
}
