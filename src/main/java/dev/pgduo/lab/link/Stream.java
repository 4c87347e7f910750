package dev.pgduo.lab.link;

import java.util.Locale;

/** A direction of the link, with Toxiproxy's name. */
public enum Stream {
    /** From the standby, which connects, to the primary. */
    UPSTREAM,
    /** From the primary to the standby. */
    DOWNSTREAM;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
