package dev.pgduo.cluster.conf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The connection type of a record of pg_hba.conf. */
public enum HbaType {
    LOCAL,
    HOST,
    HOSTSSL,
    HOSTNOSSL,
    HOSTGSSENC,
    HOSTNOGSSENC;

    static Optional<HbaType> of(String word) {
        return Arrays.stream(values()).filter(t -> t.toString().equals(word)).findFirst();
    }

    /** The word in the file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
