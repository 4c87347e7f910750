package dev.pgduo.lab.fault.death;

import dev.pgduo.cluster.quantity.CrashKind;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.Look;
import dev.pgduo.lab.fault.Looks;
import dev.pgduo.lab.fault.Side;
import java.util.ArrayList;
import java.util.List;

/** The faults of the group death. */
public final class Deaths {
    private static final String RESTARTS =
            "Every session is ended: \"terminating connection because of crash of another"
                    + " server process\". The one that was killed gets only \"server closed the connection unexpectedly\"."
                    + " Until recovery is done: \"the database system is in recovery mode\".";
    private static final String LESS = "Nothing that was committed is lost. Open transactions, temporary tables and the"
            + " contents of unlogged tables are gone.";
    private static final String BY_ITSELF = "The postmaster restarts the server processes by itself.";
    private static final String START = "\"start\" recovers the node from its WAL.";
    private static final LogLine RESTARTED = LogLine.all("LOG:  all server processes terminated; reinitializing");
    private static final List<LogLine> AT_START =
            List.of(LogLine.all("LOG:  database system was not properly shut down; automatic recovery in progress"));

    private static final Look ALIVE =
            Look.node("select pg_postmaster_start_time()", "(as before: the postmaster lives)");

    private Deaths() {}

    /** All faults of the group. */
    public static List<Fault> all() {
        return List.of(
                node(
                        CrashKind.IMMEDIATE,
                        "the postmaster gets SIGQUIT, as by pg_ctl stop -m immediate",
                        "Every session is ended at once, with a message.",
                        List.of(LogLine.all("LOG:  received immediate shutdown request"))),
                node(
                        CrashKind.KILL,
                        "the postmaster gets SIGKILL; its children notice it one after the other",
                        "A busy session continues for a moment and may still commit; then the connection is lost.",
                        AT_START),
                node(
                        CrashKind.POWER,
                        "all processes are stopped and killed at once, as when the power fails",
                        "The connection is lost without a message.",
                        AT_START),
                new BackendDeath(card(
                        "backend",
                        Side.ANY,
                        "a client's server process gets SIGKILL: one of pgduo's own, or the one with that id",
                        restart(victim("9.6-17", "server process"), victim("18", "client backend"))
                                .looking(
                                        ALIVE,
                                        Look.node(
                                                "select min(backend_start) from pg_stat_activity",
                                                "(no session is older than the crash)")),
                        new Parameter("pid", "", "the process id of another client's server process"))),
                process(
                        "checkpointer",
                        Side.ANY,
                        "checkpointer process",
                        Looks.process("checkpointer"),
                        victim(Lesson.ALL, "checkpointer process")),
                process(
                        "walwriter",
                        Side.PRIMARY,
                        "WAL writer process",
                        Looks.process("walwriter"),
                        victim(Lesson.ALL, "WAL writer process")),
                process(
                        "walsender",
                        Side.PRIMARY,
                        "server process|client backend",
                        Look.primary("select pid from pg_stat_replication", "(another process)"),
                        victim("9.6-17", "server process"),
                        victim("18", "client backend")),
                process(
                        "walreceiver",
                        Side.STANDBY,
                        "WAL receiver process",
                        Look.standby("select pid from pg_stat_wal_receiver", "(another process)"),
                        victim(Lesson.ALL, "WAL receiver process")),
                new StartupDeath(card(
                        "startup",
                        Side.STANDBY,
                        "the process that replays WAL on the standby gets SIGKILL, and the standby stays down",
                        new Lesson(
                                        "Sessions on the standby are ended; new ones are refused.",
                                        "Nothing is lost; the primary only notices the lost connection.",
                                        List.of(LogLine.all(
                                                "LOG:  startup process (PID N) was terminated by signal 9: Killed")),
                                        "\"start\" of the standby.")
                                .looking(Looks.NO_SENDER))),
                new LostCommits(card(
                        "lost-commits",
                        Side.PRIMARY,
                        "commits with synchronous_commit = off are acknowledged, then the power fails before the WAL is"
                                + " written",
                        new Lesson(
                                        "COMMIT succeeds. After the restart the rows are missing, without an error.",
                                        "Commits that waited for the disk survive; the others of the last moments do not.",
                                        AT_START,
                                        "The rows cannot be recovered. \"heal\" drops the table that shows it.")
                                .looking(Look.primary("select count(*) from pgduo_lost", "0")))));
    }

    private static Fault node(CrashKind kind, String sentence, String client, List<LogLine> log) {
        return new NodeDeath(
                card(
                        kind.toString(),
                        Side.ANY,
                        sentence,
                        new Lesson(client, LESS, log, START).looking(Looks.NO_RECEIVER, Looks.NO_SENDER)),
                kind);
    }

    private static Fault process(String role, Side side, String logged, Look look, LogLine... lines) {
        String sentence = "the " + role + " gets SIGKILL, and the postmaster restarts all server processes";
        return new ProcessDeath(card(role, side, sentence, restart(lines).looking(ALIVE, look)), role, logged);
    }

    private static LogLine victim(String majors, String process) {
        return new LogLine(majors, "LOG:  " + process + " (PID N) was terminated by signal 9: Killed");
    }

    private static Lesson restart(LogLine... first) {
        List<LogLine> lines = new ArrayList<>(List.of(first));
        lines.add(RESTARTED);
        return new Lesson(RESTARTS, LESS, lines, BY_ITSELF);
    }

    private static FaultCard card(String name, Side side, String sentence, Lesson lesson, Parameter... parameters) {
        return new FaultCard(name, FaultGroup.DEATH, side, sentence, List.of(parameters), lesson);
    }
}
