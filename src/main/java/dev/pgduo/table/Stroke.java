package dev.pgduo.table;

/** How a line of the unicode line style is drawn. */
public enum Stroke {
    SINGLE,
    DOUBLE
}
