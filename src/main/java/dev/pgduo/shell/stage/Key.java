package dev.pgduo.shell.stage;

/** A key of the presenter. */
public enum Key {
    NEXT,
    BACK,
    SECTIONS,
    PROMPT,
    LEAVE,
    HELP,
    YES,
    /** A key that means nothing. */
    OTHER,
    /** No key was pressed in time. */
    NONE
}
