package dev.pgduo.session;

import dev.pgduo.session.connection.Endpoint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server in a temporary directory, for tests; stopped and removed by {@link #close()}. */
final class ThrowAwayServer implements AutoCloseable {
    private static final String BIN = "/usr/lib/postgresql/15/bin/";

    private final Path directory;
    private final int port;

    private ThrowAwayServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static ThrowAwayServer start() throws IOException {
        ThrowAwayServer server = new ThrowAwayServer(Files.createTempDirectory("pgduo-session"), freePort());
        server.command("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.startAgain();
        return server;
    }

    void startAgain() throws IOException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories=''";
        command("pg_ctl", "start", "-w", "-s", "-D", data(), "-l", directory + "/log", "-o", options);
    }

    void stop() throws IOException {
        command("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-D", data());
    }

    /** From the next reload on, this role needs its password. */
    void trustNobody(String role) throws IOException {
        Path file = Path.of(data(), "pg_hba.conf");
        String line = "host all " + role + " 127.0.0.1/32 scram-sha-256\n";
        Files.writeString(file, line + Files.readString(file));
    }

    /** From the next reload on, this role may come by this kind of connection only. */
    void admitOnly(String kind, String role) throws IOException {
        Path file = Path.of(data(), "pg_hba.conf");
        String lines = kind + " all " + role + " 127.0.0.1/32 trust\nhost all " + role + " 127.0.0.1/32 reject\n";
        Files.writeString(file, lines + Files.readString(file));
    }

    /** Starts it again with this certificate of its own and its key. */
    void encrypt(String certificate, String key) throws IOException {
        stop();
        Files.writeString(Path.of(data(), "server.crt"), certificate);
        Path file = Path.of(data(), "server.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key);
        Files.writeString(Path.of(data(), "postgresql.conf"), "ssl = on\n", StandardOpenOption.APPEND);
        startAgain();
    }

    Endpoint endpoint() {
        return Endpoint.of("127.0.0.1", port, "postgres", "postgres");
    }

    /** What real psql prints for this script, both streams in one. */
    String psql(String script) throws IOException {
        return psql(script, endpoint().user());
    }

    /** The same as this user. */
    String psql(String script, String user) throws IOException {
        Path input = Files.writeString(directory.resolve("script.sql"), script);
        Path output = directory.resolve("psql.out");
        Endpoint e = endpoint();
        List<String> line =
                List.of(BIN + "psql", "-X", "-h", e.host(), "-p", Integer.toString(port), "-U", user, e.database());
        run(line, input.toFile(), output.toFile());
        return Files.readString(output);
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void command(String program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(BIN + program);
        line.addAll(List.of(arguments));
        File log = directory.resolve("commands").toFile();
        int code = run(line, new File("/dev/null"), log);
        if (code != 0) {
            throw new IOException(line + " failed:\n" + Files.readString(log.toPath()));
        }
    }

    private static int run(List<String> line, File input, File output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C.UTF-8");
        builder.redirectInput(input).redirectOutput(output);
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(ThrowAwayServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
