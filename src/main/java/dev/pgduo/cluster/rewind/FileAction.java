package dev.pgduo.cluster.rewind;

/** What is to be done with one file of the target, in the order in which it is done. */
public enum FileAction {
    /** A directory or a symbolic link is created. */
    CREATE,
    /** The whole file is copied from the source. */
    COPY,
    /** The part that the source's file has beyond the target's size is copied. */
    COPY_TAIL,
    /** The file stays, but changed blocks of it may be copied. */
    NONE,
    /** The target's file is truncated to the size of the source's. */
    TRUNCATE,
    REMOVE
}
