package dev.pgduo.shell.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs from tests. */
final class Program {
    private static final long DEADLINE_SECONDS = 60;

    private Program() {}

    /** What a program printed, both streams in one, and its exit code. */
    record Finished(int code, String text) {}

    /** The words that start pgduo with this test's classes, on the lab in this home. */
    static List<String> pgduo(Path home, boolean interactive, String... arguments) {
        List<String> words = new ArrayList<>(bare(home, interactive));
        words.addAll(List.of("--dir", home.resolve("lab").toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** The words that start {@code pgduo psql}. */
    static List<String> psql(Path home, String... arguments) {
        List<String> words = new ArrayList<>(bare(home, true));
        words.add("psql");
        words.addAll(List.of(arguments));
        return words;
    }

    private static List<String> bare(Path home, boolean interactive) {
        List<String> words = new ArrayList<>(List.of("env", "XDG_STATE_HOME=" + home.resolve("state")));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        words.add("-Dpgduo.interactive=" + interactive);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.pgduo.Application"));
        return words;
    }

    static Finished run(List<String> words, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(words + " did not end; it printed " + text);
        }
        return new Finished(process.exitValue(), text);
    }
}
