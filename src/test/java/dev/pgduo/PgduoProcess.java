package dev.pgduo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs pgduo as a process of its own.
 *
 * @param state where it keeps its state
 */
public record PgduoProcess(Path state) {
    private static final long DEADLINE_SECONDS = 240;

    /** A new directory of programs as on a machine without PostgreSQL. */
    static Path programsWithoutPostgres(Path parent) throws IOException {
        Path bare = Files.createDirectory(parent.resolve("bare"));
        for (String name : List.of(
                "bash", "cat", "chown", "cp", "env", "grep", "id", "ls", "mkdir", "rm", "sed", "setpriv", "sh", "tail",
                "test", "touch", "unshare")) {
            Path program = Files.writeString(bare.resolve(name), "#!/bin/sh\nexec /usr/bin/" + name + " \"$@\"\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bare;
    }

    /**
     * The program, to be started in a JVM of its own.
     *
     * @param state where its state files are
     */
    public static ProcessBuilder program(Path state, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pgduo.Application"));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("XDG_STATE_HOME", state.toString());
        return builder;
    }

    /**
     * Runs it to its end.
     *
     * @param way the words before its own
     */
    Ran run(List<String> way, String... arguments) throws Exception {
        ProcessBuilder builder = program(state, arguments).redirectErrorStream(true);
        builder.command().addAll(0, way);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(builder.command() + " did not end; it printed " + text);
        }
        return new Ran(process.exitValue(), text);
    }
}
