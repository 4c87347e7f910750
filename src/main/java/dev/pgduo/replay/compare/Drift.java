package dev.pgduo.replay.compare;

import java.util.Locale;

/** What kind of difference there is between a recorded output and another server's; from the most harmless to the worst. */
public enum Drift {
    /** Wording, an additional column or remark, another frame. */
    COSMETIC,
    /** The same under another name. */
    RENAMED,
    /** Something is not shown any more; what is left agrees. */
    REMOVED,
    /** Other values, rows or results. */
    SEMANTIC,
    /** The machine lacks something: a port is in use, a program is not installed. It says nothing of the lab. */
    PLACE;

    /** As reports show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of both. */
    public Drift and(Drift other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
