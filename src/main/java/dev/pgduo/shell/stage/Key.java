package dev.pgduo.shell.stage;

/** What the presenter wants. */
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
