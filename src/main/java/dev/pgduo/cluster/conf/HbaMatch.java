package dev.pgduo.cluster.conf;

import java.util.Optional;

/** Which record of pg_hba.conf decides about a connection. */
public final class HbaMatch {
    private HbaMatch() {}

    /**
     * The first record that is for the connection, as check_hba of hba.c takes it; empty when there is none, and the server
     * refuses. The server takes nothing of a file that has problems.
     */
    public static Optional<HbaLine> decide(HbaFile file, HbaQuery query) {
        return file.records().stream()
                .filter(line -> line.record().filter(r -> matches(r, query)).isPresent())
                .findFirst();
    }

    private static boolean matches(HbaRecord record, HbaQuery query) {
        return query.client().matches(record)
                && query.matchesDatabase(record.databases())
                && query.matchesUser(record.users());
    }
}
