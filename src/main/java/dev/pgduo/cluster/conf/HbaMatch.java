package dev.pgduo.cluster.conf;

import java.util.Optional;

/** Finds the record of pg_hba.conf that decides about a connection. */
public final class HbaMatch {
    private HbaMatch() {}

    /**
     * The first record that matches the connection, as in check_hba of hba.c; empty when none matches, and the server refuses
     * it. Only for files without errors.
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
