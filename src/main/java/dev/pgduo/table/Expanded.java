package dev.pgduo.table;

/** Whether each record is printed as a block of name and value ({@code \x}). */
public enum Expanded {
    OFF,
    ON,
    /** Only when the aligned table would be wider than the output. */
    AUTO
}
