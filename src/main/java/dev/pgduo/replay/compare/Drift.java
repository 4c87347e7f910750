package dev.pgduo.replay.compare;

import java.util.Locale;

/** The kind of difference between a recorded output and another server's, from harmless to worst. */
public enum Drift {
    /** Another wording, an additional column or remark, another frame. */
    COSMETIC,
    /** The same with another name. */
    RENAMED,
    /** Something is not shown any more; the rest matches. */
    REMOVED,
    /** Different values, rows or results. */
    SEMANTIC,
    /** The machine lacks something: a port is in use, or a program is not installed. This is no defect of the lab. */
    PLACE;

    /** The name for reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of two. */
    public Drift and(Drift other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
