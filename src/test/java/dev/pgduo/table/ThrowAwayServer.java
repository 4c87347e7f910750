package dev.pgduo.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server on a private socket in a temporary directory, gone when closed; with the psql beside it. */
final class ThrowAwayServer implements AutoCloseable {
    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    private final Path directory;

    ThrowAwayServer() throws IOException {
        directory = Files.createTempDirectory("pgduo-table-");
        try {
            run(server("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"));
            String options = "-c listen_addresses='' -c fsync=off -k " + directory;
            run(server("pg_ctl", "-D", data(), "-o", options, "-l", directory + "/log", "-w", "start"));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Whether server and psql of version 15 are installed. */
    static boolean installed() {
        return Stream.of("initdb", "pg_ctl", "psql").allMatch(name -> Files.isExecutable(BIN.resolve(name)));
    }

    Path directory() {
        return directory;
    }

    /** Runs a script of SQL and meta-commands; its files are relative to {@link #directory()}. */
    void psql(Path script) throws IOException {
        run(List.of(
                BIN.resolve("psql").toString(),
                "-XqAt",
                "-h",
                directory.toString(),
                "-U",
                "postgres",
                "-v",
                "ON_ERROR_STOP=1",
                "-f",
                script.toString()));
    }

    private String data() {
        return directory + "/data";
    }

    /** PostgreSQL refuses root, so root leaves its privileges behind in a user namespace. */
    private static List<String> server(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(BIN.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(List<String> command) throws IOException {
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!finished(process)) {
            process.destroyForcibly();
            throw new IOException("still running: " + String.join(" ", command));
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
        }
    }

    private static boolean finished(Process process) throws IOException {
        try {
            return process.waitFor(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.exists(directory.resolve("data/postmaster.pid"))) {
                run(server("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
            }
        } finally {
            delete();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
