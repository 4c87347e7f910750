package dev.pgduo.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs lines in a pgduo process of its own, which may be killed meanwhile.
 *
 * @param lab the lab's directory
 * @param state where it keeps its state, and what it printed
 * @param temporary where it makes labs that are thrown away
 */
record PgduoRun(Path lab, Path state, Path temporary) {
    private static final long DEADLINE_SECONDS = 120;

    /** What came of it: what it printed, and whether it was killed. */
    record Ended(String text, boolean killed, int code) {}

    /** Runs these lines to their end. */
    Ended run(List<String> lines) throws IOException, InterruptedException {
        return run(lines, TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
    }

    /** Runs these lines, and kills the process (SIGKILL) after this time. */
    Ended run(List<String> lines, long millis) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.pgduo.Application",
                "--dir",
                lab.toString()));
        lines.forEach(line -> words.addAll(List.of("-c", line)));
        Files.createDirectories(state);
        Path output = state.resolve("killed.out");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("TMPDIR", temporary.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        int code = process.waitFor();
        return new Ended(Files.readString(output), !ended, code);
    }
}
