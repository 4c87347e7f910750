package dev.pgduo.cluster.process;

/** A signal that a lab sends, by the name that kill(1) knows it by. */
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
