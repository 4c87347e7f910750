package dev.pgduo.walk;

import dev.pgduo.shell.logging.LogSetup;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs many walks and prints a line for each failure with its shrunk script, and the totals. */
final class WalkMain {
    private static final int LENGTH = 50;
    private static final long KILL_AFTER = 1500;

    private WalkMain() {}

    /** {@code [--steps N] [--seed S] [--pg 12,15,18] [--shrink SECONDS] [--script "LINE; LINE"]}. */
    public static void main(String[] args) {
        LogSetup.install();
        Map<String, String> options =
                new TreeMap<>(Map.of("--steps", "10000", "--seed", "1", "--pg", "15,12,18", "--shrink", "600"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new WalkMain().run(options, out) ? 0 : 1);
    }

    private boolean run(Map<String, String> options, PrintStream out) {
        Consumer<String> trace = trace(options.get("--trace"));
        List<String> servers = List.of(String.valueOf(options.get("--pg")).split(",", -1));
        String script = options.get("--script");
        if (script != null) {
            Walker walker = new Walker(servers.get(0), true, KILL_AFTER, trace);
            Walker.Outcome outcome = walker.script(List.of(script.split("; ", -1)));
            outcome.failure().ifPresent(failure -> print(failure, out));
            out.println(outcome.steps() + " steps, " + (outcome.failure().isPresent() ? "failed" : "passed"));
            return outcome.failure().isEmpty();
        }
        int wanted = Integer.parseInt(options.getOrDefault("--steps", ""));
        long seed = Long.parseLong(options.getOrDefault("--seed", ""));
        long shrink = Long.parseLong(options.getOrDefault("--shrink", ""));
        Map<String, Integer> steps = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (int total = 0; total < wanted; seed++) {
            String server = servers.get(Math.floorMod(seed, servers.size()));
            Walker walker = new Walker(server, true, KILL_AFTER, trace);
            Walker.Outcome outcome = walker.random(seed, Math.min(LENGTH, wanted - total));
            total += Math.max(1, outcome.steps());
            steps.merge(server, outcome.steps(), Integer::sum);
            out.println("seed " + seed + " on " + server + ": " + outcome.steps() + " steps, "
                    + (outcome.failure().isPresent() ? "failed" : "passed") + " (" + total + " of " + wanted + ")");
            if (outcome.failure().isPresent()) {
                Walker.Failure failure = outcome.failure().get();
                print(failure, out);
                Walker.Failure shrunk = new Shrinker(walker, shrink).shrink(failure);
                String line = "FAILED seed " + seed + " on " + server + " at step "
                        + failure.script().size() + ", " + shrunk.law() + ": " + String.join("; ", shrunk.script());
                if (shrunk.script().size() < failure.script().size()) {
                    print(shrunk, out);
                }
                out.println(line);
                failures.add(line);
            }
        }
        failures.forEach(out::println);
        steps.forEach((server, count) -> out.println(server + ": " + count + " steps"));
        out.println(
                steps.values().stream().mapToInt(Integer::intValue).sum() + " steps, " + failures.size() + " failures");
        return failures.isEmpty();
    }

    private static Consumer<String> trace(@Nullable String file) {
        if (file == null) {
            return text -> {};
        }
        return text -> {
            try {
                Files.writeString(
                        Path.of(file),
                        LocalTime.now(ZoneOffset.UTC) + " " + text + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static void print(Walker.Failure failure, PrintStream out) {
        out.println("---- " + failure.law() + ", after " + failure.script().size() + " steps: "
                + String.join("; ", failure.script()));
        out.println(failure.words());
        out.println("----");
    }
}
