package dev.pgduo.lab.fault.replication;

import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.lab.fault.Looks;
import dev.pgduo.lab.fault.Side;
import dev.pgduo.lab.fault.replication.Conflict.Script;
import java.util.List;

/** The faults of the group replication. */
public final class Replications {
    private static final String OLDER =
            "Queries on the standby return increasingly old data; the primary is not affected.";
    private static final String NOTHING = "Nothing is lost as long as the primary lives.";
    private static final String COPY = "A new base backup of the standby.";

    private static final String AHEAD = "(beyond the primary's LSN)";
    private static final String CONFLICTS = "select sum(N) > 0 from pg_stat_database_conflicts";

    private Replications() {}

    /** All faults of the group. */
    public static List<Fault> all() {
        return List.of(
                new WalGone(card(
                        "wal-gone",
                        "the primary removes WAL that the standby, which has no slot, still needs",
                        new Lesson(
                                        OLDER,
                                        NOTHING,
                                        List.of(LogLine.all("requested WAL segment N has already been removed")),
                                        COPY)
                                .looking(Looks.NO_SENDER, Looks.NO_RECEIVER))),
                new SlotLost(card(
                        "slot-lost",
                        "the standby is away until its slot has exceeded max_slot_wal_keep_size",
                        new Lesson(
                                        OLDER + " wal_status in pg_replication_slots is lost.",
                                        NOTHING,
                                        List.of(
                                                new LogLine(
                                                        "13-15",
                                                        "LOG:  invalidating slot \"pgduo\" because its restart_lsn N"
                                                                + " exceeds max_slot_wal_keep_size"),
                                                new LogLine(
                                                        "16-18",
                                                        "LOG:  invalidating obsolete replication slot \"pgduo\"")),
                                        COPY + " The slot is dropped before and created again.")
                                .looking(Look.primary("select wal_status from pg_replication_slots", "lost")
                                        .on("13-18")))),
                new SlotIdle(card(
                        "slot-idle",
                        "the standby is away for longer than idle_replication_slot_timeout (18)",
                        new Lesson(
                                        OLDER + " invalidation_reason in pg_replication_slots is idle_timeout.",
                                        NOTHING,
                                        List.of(
                                                new LogLine(
                                                        "18", "LOG:  invalidating obsolete replication slot \"pgduo\""),
                                                new LogLine(
                                                        "18",
                                                        "DETAIL:  The slot's idle time of Ns exceeds the configured"
                                                                + " \"idle_replication_slot_timeout\" duration of Ns."),
                                                new LogLine(
                                                        "18",
                                                        "ERROR:  can no longer access replication slot \"pgduo\"")),
                                        COPY + " The slot is dropped before and created again.")
                                .looking(Look.primary(
                                                "select invalidation_reason from pg_replication_slots", "idle_timeout")
                                        .on("18")))),
                new SlotDropped(card(
                        "slot-dropped",
                        "the slot is dropped while the standby is away",
                        new Lesson(
                                        OLDER,
                                        NOTHING,
                                        List.of(LogLine.all("ERROR:  replication slot \"pgduo\" does not exist")),
                                        "The slot is created again; when the WAL has been removed meanwhile, a base backup.")
                                .looking(
                                        Look.primary("select count(*) from pg_replication_slots", "0"),
                                        Looks.NO_RECEIVER))),
                new HbaRejects(card(
                        "hba-rejects",
                        "a rule of the primary's pg_hba.conf rejects the standby",
                        new Lesson(
                                        OLDER + " A stream that runs goes on; only a new connection is rejected.",
                                        NOTHING,
                                        List.of(LogLine.all(
                                                "FATAL:  pg_hba.conf rejects replication connection for host N, user"
                                                        + " \"postgres\"")),
                                        "The rule is removed, and the primary reloads its files.")
                                .looking(
                                        Look.primary(
                                                        "select count(*) > 0 from pg_hba_file_rules where auth_method ="
                                                                + " 'reject'",
                                                        "t")
                                                .on("10-18"),
                                        Looks.NO_RECEIVER))),
                new PasswordWrong(card(
                        "password-wrong",
                        "primary_conninfo has a password that the primary does not take",
                        new Lesson(
                                        OLDER,
                                        NOTHING,
                                        List.of(LogLine.all(
                                                "FATAL:  password authentication failed for user \"postgres\"")),
                                        "The right password; up to 12 with a restart of the standby.")
                                .looking(Looks.NO_SENDER, Looks.NO_RECEIVER))),
                new SignalLost(card(
                        "standby-signal-lost",
                        "the standby is started without the file that makes it one: a second primary, without a message",
                        new Lesson(
                                        "Both nodes accept writes, and their data differ from then on.",
                                        "What is written to one of them is lost with the repair.",
                                        List.of(),
                                        COPY + " pg_rewind sees no difference, as both are on the same timeline.")
                                .looking(Looks.WRITABLE, Looks.NO_SENDER))),
                new Fork(new FaultCard(
                        "fork",
                        FaultGroup.REPLICATION,
                        Side.PRIMARY,
                        "the standby is promoted, the old primary continues, and is then made a standby without a rewind",
                        List.of(),
                        new Lesson(
                                        "The old primary answers with rows that the new one never had.",
                                        "What the old primary wrote after the promotion is lost with the repair.",
                                        List.of(LogLine.all(
                                                "LOG:  new timeline N forked off current database system timeline N"
                                                        + " before current recovery point N")),
                                        "pg_rewind, or a base backup of the old primary, which \"heal\" takes.")
                                .looking(Looks.NO_SENDER, Looks.NO_RECEIVER))),
                new SettingTooLow(card(
                        "max-connections-low",
                        "the standby's max_connections is lower than the primary's",
                        new Lesson(
                                        "The standby does not start.",
                                        NOTHING,
                                        List.of(
                                                new LogLine(
                                                        "14-18",
                                                        "FATAL:  recovery aborted because of insufficient parameter settings"),
                                                new LogLine(
                                                        "9.6-13",
                                                        "FATAL:  hot standby is not possible because max_connections = N is a"
                                                                + " lower setting than on the master server (its value was N)")),
                                        "The setting is raised, and the standby started.")
                                .looking(
                                        Look.primary("show max_connections", "(more than the standby's)"),
                                        Looks.NO_SENDER))),
                archive(
                        "archive-fails",
                        "archive_command ends with an error",
                        "/bin/false",
                        false,
                        new Lesson(
                                        "Nothing, until the disk is full: WAL is kept until it is archived.",
                                        NOTHING,
                                        List.of(LogLine.all("LOG:  archive command failed with exit code 1")),
                                        "A command that works, and a reload; archive_mode wants a restart.")
                                .looking(Look.primary("select failed_count > 0 from pg_stat_archiver", "t"))),
                archive(
                        "archive-lies",
                        "archive_command reports success without archiving",
                        "/bin/true",
                        true,
                        new Lesson(
                                        "Nothing. pg_stat_archiver counts segments that are not in the archive.",
                                        "The archive is of no use: a recovery ends where it begins.",
                                        List.of(),
                                        "A command that works, and a new base backup: the gap stays.")
                                .looking(Look.primary("select archived_count > 0 from pg_stat_archiver", "t"))),
                new ReplayPaused(card(
                        "replay-paused",
                        "replay is paused: WAL is received, and not replayed",
                        new Lesson(
                                        OLDER,
                                        "Nothing is lost; a promotion replays what was received (12 and older wait for it).",
                                        List.of(LogLine.all("LOG:  recovery has paused")),
                                        "pg_wal_replay_resume().")
                                .looking(
                                        Look.standby("select pg_is_wal_replay_paused()", "t")
                                                .on("10-18"),
                                        Look.standby("select pg_is_xlog_replay_paused()", "t")
                                                .on("9.6")))),
                new StandbyAhead(card(
                                "standby-ahead",
                                "the primary is restored to an older state, and the standby has WAL that the primary never wrote",
                                new Lesson(
                                                "What was acknowledged last is there on the standby only.",
                                                "The standby has it, until the base backup: promote it instead to keep it.",
                                                List.of(
                                                        new LogLine(
                                                                "9.6-17",
                                                                "ERROR:  requested starting point N is ahead of the WAL flush position"
                                                                        + " of this server N"),
                                                        new LogLine(
                                                                "18",
                                                                "LOG:  walreceiver requested start point N on timeline N is ahead of the"
                                                                        + " upstream server's flush position N, waiting")),
                                                COPY)
                                        .looking(
                                                Look.standby("select pg_last_wal_replay_lsn()", AHEAD)
                                                        .on("10-18"),
                                                Look.standby("select pg_last_xlog_replay_location()", AHEAD)
                                                        .on("9.6")))
                        .asConstructed()),
                conflict(
                        "conflict-snapshot",
                        "a snapshot on the standby needs rows that VACUUM has removed on the primary",
                        Script.SNAPSHOT,
                        "ERROR:  canceling statement due to conflict with recovery",
                        Look.standby(CONFLICTS.replace("N", "confl_snapshot"), "t")),
                conflict(
                        "conflict-lock",
                        "a transaction on the standby holds a lock that ALTER TABLE on the primary needs",
                        Script.LOCK,
                        "ERROR:  canceling statement due to conflict with recovery",
                        Look.standby(CONFLICTS.replace("N", "confl_lock"), "t")),
                conflict(
                        "conflict-database",
                        "a database is dropped on the primary while a session is in it on the standby",
                        Script.DATABASE,
                        "FATAL:  terminating connection due to conflict with recovery",
                        Look.standby("select count(*) from pg_database where datname = 'pgduo_conflict'", "0")));
    }

    private static Fault archive(String name, String sentence, String command, boolean lies, Lesson lesson) {
        return new Archive(
                new FaultCard(name, FaultGroup.REPLICATION, Side.PRIMARY, sentence, List.of(), lesson), command, lies);
    }

    private static Fault conflict(String name, String sentence, Script script, String line, Look look) {
        return new Conflict(
                card(
                        name,
                        sentence,
                        new Lesson(
                                        "The statement is canceled; a session that waits in its transaction is ended.",
                                        "Nothing is lost.",
                                        List.of(LogLine.all(line), LogLine.all("DETAIL:  " + script.detail() + ".")),
                                        "The session tries again. hot_standby_feedback, or a longer"
                                                + " max_standby_streaming_delay, helps against the first two.")
                                .looking(look)),
                script);
    }

    private static FaultCard card(String name, String sentence, Lesson lesson) {
        return new FaultCard(name, FaultGroup.REPLICATION, Side.STANDBY, sentence, List.of(), lesson);
    }
}
