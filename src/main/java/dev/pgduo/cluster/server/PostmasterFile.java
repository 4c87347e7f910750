package dev.pgduo.cluster.server;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.quantity.Port;
import dev.pgduo.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lines of postmaster.pid: process id, data directory, start time, port, socket directory, listen address, shared memory,
 * and
 * from 10 on a status. Lines that the server has not written yet are empty.
 *
 * @param process the postmaster
 * @param started its start time
 * @param port its port; empty while it is starting
 * @param socketDirectory its first socket directory, or an empty string
 * @param address its first listen address, or an empty string
 * @param status {@code starting}, {@code stopping}, {@code ready}, {@code standby}, or an empty string
 */
public record PostmasterFile(
        OsProcess process,
        Instant started,
        Optional<Port> port,
        String socketDirectory,
        String address,
        String status) {
    /** The file's content; empty when it does not exist or is incomplete. */
    public static Optional<PostmasterFile> read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().matches("-?[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        // The number is negative for a single-user server.
        long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
        return Optional.of(new PostmasterFile(
                new OsProcess(pid),
                Instant.ofEpochSecond(number(line(lines, 2))),
                Optional.of(line(lines, 3))
                        .filter(text -> Port.valid(number(text)))
                        .map(Port::parse),
                line(lines, 4),
                line(lines, 5),
                line(lines, 7)));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Whether the process runs and is the server of this data directory, not another one with the same process id. */
    public boolean running(Path data) {
        return process.alive()
                && process.directory().map(directory -> same(directory, data)).orElse(true);
    }

    /**
     * The address of the server for this user; empty while it is not known. A file that is being written may contain part of an
     * address; it is complete at a later reading.
     */
    public Optional<Endpoint> endpoint(String user) {
        boolean any = address.equals("*") || address.equals("0.0.0.0") || address.equals("::");
        String listening = address.isEmpty() ? socketDirectory : address;
        return port.filter(known -> !listening.isEmpty())
                .map(known -> Endpoint.of(any ? "127.0.0.1" : listening, known.number(), user, "postgres"));
    }

    private static boolean same(Path directory, Path data) {
        try {
            return directory.equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
