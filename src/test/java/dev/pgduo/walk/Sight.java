package dev.pgduo.walk;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the walk sees of a node by itself, in the simplest way: files, {@code /proc}, and three questions to its server.
 *
 * @param name a or b
 * @param empty whether there is no cluster
 * @param damaged whether pg_control or PG_VERSION is missing or has a wrong size
 * @param pid of the postmaster, 0 when it does not run
 * @param frozen whether the postmaster is stopped by a signal
 * @param standby whether it recovers, or would, by its signal files
 * @param system the identifier of its cluster, 0 when it cannot be read
 * @param used whether a server has run in it
 * @param failed whether its last start failed in the startup process
 * @param label whether it is a backup that was not started
 * @param copy tells this data directory from one that takes its place
 * @param control the bytes of pg_control
 * @param answer what its server says; empty when it does not run or answer
 */
record Sight(
        NodeName name,
        boolean empty,
        boolean damaged,
        long pid,
        boolean frozen,
        boolean standby,
        long system,
        boolean used,
        boolean failed,
        boolean label,
        String copy,
        List<Byte> control,
        Optional<Said> answer) {
    private static final int CONTROL_SIZE = 8192;
    private static final int LOG_LINES = 15;

    /**
     * A server's own words.
     *
     * @param recovering whether it is a standby
     * @param streams whether it sends its log to somebody
     * @param paused whether replay is paused
     * @param rows the ids in the ledger's table
     */
    record Said(boolean recovering, boolean streams, boolean paused, Set<Integer> rows) {}

    static Sight of(Lab lab, NodeName name) {
        Path data = lab.node(name).layout().data();
        byte[] control = bytes(data.resolve("global/pg_control"));
        boolean version = Files.exists(data.resolve("PG_VERSION"));
        boolean missing = !Files.exists(data.resolve("global/pg_control"));
        long pid = postmaster(data);
        boolean empty = !version && missing && pid == 0;
        Optional<Said> answer = pid == 0 ? Optional.empty() : ask(lab, name);
        return new Sight(
                name,
                empty,
                !empty && (!version || control.length != CONTROL_SIZE),
                pid,
                pid != 0 && state(pid) == 'T',
                answer.map(Said::recovering).orElseGet(() -> signalled(data)),
                control.length < Long.BYTES
                        ? 0
                        : java.nio.ByteBuffer.wrap(control)
                                .order(java.nio.ByteOrder.nativeOrder())
                                .getLong(),
                Files.exists(data.resolve("postmaster.opts")),
                pid == 0
                        && lab.node(name).logTail(LOG_LINES).stream()
                                .anyMatch(line -> line.contains("startup process (PID")),
                Files.exists(data.resolve("backup_label")),
                key(data.resolve("PG_VERSION")),
                boxed(control),
                answer);
    }

    boolean runningPrimary() {
        return answer.isPresent() && !standby;
    }

    boolean runningStandby() {
        return answer.isPresent() && standby;
    }

    private static boolean signalled(Path data) {
        return Files.exists(data.resolve("standby.signal")) || Files.exists(data.resolve("recovery.conf"));
    }

    private static String key(Path file) {
        try {
            return String.valueOf(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> all = new java.util.ArrayList<>();
        for (byte each : bytes) {
            all.add(each);
        }
        return List.copyOf(all);
    }

    /** The process that postmaster.pid names, if it works in this directory. */
    private static long postmaster(Path data) {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            Path process = Path.of("/proc", Long.toString(pid));
            char state = state(pid);
            boolean there = state != 'Z'
                    && state != ' '
                    && process.resolve("cwd").toRealPath().equals(data.toRealPath());
            return there ? pid : 0;
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return 0;
        }
    }

    private static char state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException | IndexOutOfBoundsException e) {
            return ' ';
        }
    }

    private static Optional<Said> ask(Lab lab, NodeName name) {
        try (Probe probe = Probe.open(lab.endpoint(name)).withShortTimeout()) {
            boolean recovering = "t".equals(probe.scalar("select pg_is_in_recovery()"));
            boolean streams =
                    !"0".equals(probe.scalar("select count(*) from pg_stat_replication where state = 'streaming'"));
            boolean paused = recovering && "t".equals(probe.scalar("select pg_is_wal_replay_paused()"));
            return Optional.of(new Said(recovering, streams, paused, rows(probe)));
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    /** The ids in the ledger's table; none without the table. */
    static Set<Integer> rows(Probe probe) {
        if (!"t".equals(probe.scalar("select to_regclass('public.ledger') is not null"))) {
            return Set.of();
        }
        return probe.rows("select id from ledger").stream()
                .map(row -> Integer.parseInt(String.valueOf(row.get(0))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
