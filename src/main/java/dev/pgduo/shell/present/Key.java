package dev.pgduo.shell.present;

/** What the presenter wants. */
enum Key {
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
