package dev.pgduo.shell.stage;

/** A key of the presenter or the student. */
public enum Key {
    NEXT,
    BACK,
    SECTIONS,
    PROMPT,
    LEAVE,
    HELP,
    YES,
    /** A key without a meaning. */
    OTHER,
    /** No key was pressed in time. */
    NONE
}
