package dev.pgduo.lab.fault;

/** Queries that are used for more than one fault. */
public final class Looks {
    /** No walsender of the primary is streaming. */
    public static final Look NO_SENDER =
            Look.primary("select count(*) from pg_stat_replication where state = 'streaming'", "0");

    /** No walreceiver of the standby is streaming. */
    public static final Look NO_RECEIVER =
            Look.standby("select count(*) from pg_stat_wal_receiver where status = 'streaming'", "0");

    /** Both nodes are primaries. */
    public static final Look WRITABLE = Look.node("select pg_is_in_recovery()", "f");

    private static final String NEWER = "10-18";
    private static final String OLDER = "9.6";

    private Looks() {}

    /** The number of bytes that the standby has not replayed. */
    public static Look[] behind(String answer) {
        return new Look[] {
            Look.primary("select pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) from pg_stat_replication", answer)
                    .on(NEWER),
            Look.primary(
                            "select pg_xlog_location_diff(pg_current_xlog_location(), replay_location)"
                                    + " from pg_stat_replication",
                            answer)
                    .on(OLDER)
        };
    }

    /** A background process that pg_stat_activity shows from 10 on. */
    public static Look process(String type) {
        return Look.node("select pid from pg_stat_activity where backend_type = '" + type + "'", "(another process)")
                .on(NEWER);
    }
}
