package dev.pgduo.cluster.conf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server of 15 on a port of its own, whose files a test may spoil; stopped and removed by {@link #close()}. */
final class ConfServer implements AutoCloseable {
    private static final String BIN = "/usr/lib/postgresql/15/bin/";
    private static final String FIELD = "\u0001";
    private static final String ROW = "\u0002";

    private final Path directory;

    private ConfServer(Path directory) {
        this.directory = directory;
    }

    /** With both a socket, of any port number as the directory is its own, and TCP on a free port. */
    static ConfServer start() throws IOException {
        ConfServer server = new ConfServer(Files.createTempDirectory("pgduo-conf"));
        server.must(
                "initdb", "-D", server.data().toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        Files.writeString(server.data().resolve("pg_ident.conf"), "");
        String options = "-p " + server.port() + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + server.directory;
        server.must(
                "pg_ctl",
                "start",
                "-w",
                "-s",
                "-D",
                server.data().toString(),
                "-l",
                server.directory + "/log",
                "-o",
                options);
        return server;
    }

    Path data() {
        return directory.resolve("data");
    }

    /** The directory of the socket. */
    String socket() {
        return directory.toString();
    }

    /** The rows of a query; what psql complains about is the only row when it fails. */
    List<List<String>> rows(String query) throws IOException {
        String printed = psql(socket(), "postgres", "postgres", query);
        List<List<String>> rows = new ArrayList<>();
        for (String row : printed.strip().isEmpty() ? new String[0] : printed.split(ROW, -1)) {
            rows.add(Arrays.asList(row.split(FIELD, -1)));
        }
        return rows;
    }

    /** What psql prints, on both streams, for a query of this user. */
    String psql(String host, String user, String database, String query) throws IOException {
        List<String> line =
                new ArrayList<>(List.of(BIN + "psql", "-X", "-q", "-A", "-t", "-w", "-F", FIELD, "-R", ROW));
        line.addAll(List.of("-h", host, "-p", port(), "-U", user, "-d", database, "-c", query));
        String printed = run(line);
        return printed.endsWith("\n") ? printed.substring(0, printed.length() - 1) : printed;
    }

    private String port() throws IOException {
        Path file = directory.resolve("port");
        if (!Files.exists(file)) {
            try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
                Files.writeString(file, Integer.toString(socket.getLocalPort()));
            }
        }
        return Files.readString(file);
    }

    private void must(String program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(BIN + program);
        line.addAll(List.of(arguments));
        run(line);
        if (program.equals("pg_ctl") && !Files.exists(data().resolve("postmaster.pid")) && line.contains("start")) {
            throw new IOException(Files.readString(directory.resolve("log")));
        }
    }

    private String run(List<String> line) throws IOException {
        File output = directory.resolve("output").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return Files.readString(output.toPath());
    }

    @Override
    public void close() throws IOException {
        must("pg_ctl", "stop", "-w", "-s", "-m", "immediate", "-D", data().toString());
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
