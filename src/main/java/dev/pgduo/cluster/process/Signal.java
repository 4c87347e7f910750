package dev.pgduo.cluster.process;

/** The signals that a lab sends, with kill(1)'s names. */
public enum Signal {
    HUP,
    INT,
    QUIT,
    KILL,
    TERM,
    USR1,
    STOP,
    CONT
}
