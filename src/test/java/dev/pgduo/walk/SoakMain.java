package dev.pgduo.walk;

import dev.pgduo.shell.logging.LogSetup;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Kills pgduo many times, and prints each kill, the faults, and the count. */
final class SoakMain {
    private SoakMain() {}

    /** {@code [--kills N] [--seed S] [--pg V] [--played FILE]}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        LogSetup.install();
        Map<String, String> options = new TreeMap<>(
                Map.of("--kills", "100", "--seed", "1", "--pg", "", "--played", "lab-scripts/switchover.lab"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(options, out) ? 0 : 1);
    }

    private static boolean run(Map<String, String> options, PrintStream out) throws IOException, InterruptedException {
        int wanted = Integer.parseInt(options.getOrDefault("--kills", ""));
        long seed = Long.parseLong(options.getOrDefault("--seed", ""));
        String pg = options.getOrDefault("--pg", "");
        Path played = Path.of(options.getOrDefault("--played", "")).toAbsolutePath();
        List<String> faults = new ArrayList<>();
        int kills = 0;
        while (kills < wanted) {
            Path place = Walker.place("soak-");
            Thread remove = new Thread(() -> Leftovers.remove(place));
            Runtime.getRuntime().addShutdownHook(remove);
            try (Soak soak = new Soak(place, seed++, pg, played)) {
                while (kills < wanted) {
                    Optional<String> killed = soak.kill();
                    kills += killed.isPresent() ? 1 : 0;
                    int count = kills;
                    killed.ifPresent(what -> out.println(count + " " + what));
                }
            } catch (Broken e) {
                kills++;
                out.println(kills + " FAULT " + e.getMessage());
                faults.add(String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " -- " + e.law());
            } finally {
                Leftovers.remove(place);
                Runtime.getRuntime().removeShutdownHook(remove);
            }
        }
        faults.forEach(out::println);
        out.println(kills + " kills, " + faults.size() + " faults");
        return faults.isEmpty();
    }
}
