package dev.pgduo.walk;

import dev.pgduo.fixture.MemoryPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks: makes up a script by chance, or runs one that is given, and says where it failed.
 *
 * @param pg the server, as {@code --pg} takes it; empty for the default
 * @param kills whether pgduo is killed at times
 * @param killAfter milliseconds that a pgduo needs until it begins to work
 * @param trace is told each line and what it printed
 */
record Walker(String pg, boolean kills, long killAfter, Consumer<String> trace) {
    private static final long STEP_SECONDS = 90;
    private static final int DEEP = 10;

    /**
     * Where a walk failed.
     *
     * @param law the name of what did not hold
     * @param words what was seen
     * @param script the lines up to the failure
     */
    record Failure(String law, String words, List<String> script) {}

    /** How far a walk came, and where it failed, if it did. */
    record Outcome(int steps, Optional<Failure> failure) {}

    /** Where lines come from: a script, or chance. */
    private interface Source {
        /** The next line; null at the end. */
        @Nullable
        Line next(Walk walk);
    }

    /** Walks this many steps by this seed, follows the advice at the end, and removes the lab. */
    Outcome random(long seed, int steps) {
        Moves moves = new Moves(new Random(seed), kills, killAfter);
        List<Line> first = new ArrayList<>(List.of(new Line("up")));
        int[] left = {steps};
        return run(walk -> {
            if (left[0]-- <= 0) {
                return null;
            }
            return first.isEmpty()
                    ? moves.next(
                            walk.sight(dev.pgduo.cluster.quantity.NodeName.A),
                            walk.sight(dev.pgduo.cluster.quantity.NodeName.B))
                    : first.remove(0);
        });
    }

    /** Runs a script, follows the advice at the end, and removes the lab. */
    Outcome script(List<String> lines) {
        List<String> left = new ArrayList<>(lines);
        return run(walk -> left.isEmpty() ? null : new Line(left.remove(0)));
    }

    private Outcome run(Source source) {
        List<String> script = new ArrayList<>();
        AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "walk");
            made.setDaemon(true);
            worker.set(made);
            return made;
        });
        Path place = place("walk-");
        Thread killed = new Thread(() -> Leftovers.remove(place));
        Runtime.getRuntime().addShutdownHook(killed);
        AtomicReference<@Nullable Walk> walk = new AtomicReference<>();
        try {
            in(thread, worker, () -> walk.set(new Walk(place, pg, trace)));
            Walk made = java.util.Objects.requireNonNull(walk.get());
            Line line = source.next(made);
            while (line != null) {
                Line now = line;
                script.add(now.text());
                in(thread, worker, () -> made.step(now));
                if (script.size() % DEEP == 0) {
                    in(thread, worker, made::deepCheck);
                }
                line = source.next(made);
            }
            int steps = script.size();
            in(thread, worker, made::deepCheck);
            in(thread, worker, () -> made.step(new Line("advice")));
            in(thread, worker, made::end);
            return new Outcome(steps, Optional.empty());
        } catch (Broken e) {
            String words = String.valueOf(e.getMessage()) + logs(walk.get());
            return new Outcome(script.size(), Optional.of(new Failure(e.law(), words, List.copyOf(script))));
        } finally {
            thread.shutdownNow();
            Walk made = walk.get();
            if (made != null) {
                made.close();
            }
            Leftovers.remove(place);
            Runtime.getRuntime().removeShutdownHook(killed);
        }
    }

    private static String logs(@Nullable Walk walk) {
        if (walk == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Path file : walk.logs()) {
            try {
                List<String> lines = Files.readAllLines(file);
                text.append("\n-- end of ").append(file).append('\n');
                text.append(String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size())));
            } catch (IOException e) {
                text.append("\n-- no ").append(file);
            }
        }
        return text.toString();
    }

    private static void in(ExecutorService thread, AtomicReference<@Nullable Thread> worker, Runnable work) {
        Future<?> result = thread.submit(work);
        try {
            result.get(STEP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            Thread stuck = worker.get();
            String where = stuck == null
                    ? ""
                    : Arrays.stream(stuck.getStackTrace())
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining("\n  "));
            result.cancel(true);
            throw new Broken("hang", "more than " + STEP_SECONDS + " s in\n  " + where);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Broken broken) {
                throw broken;
            }
            Throwable cause = java.util.Objects.requireNonNull(e.getCause(), "an execution fails for a reason");
            java.io.StringWriter trace = new java.io.StringWriter();
            cause.printStackTrace(new java.io.PrintWriter(trace));
            throw new Broken("exception " + cause.getClass().getSimpleName(), trace.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("hang", "interrupted");
        }
    }

    /** A new directory that the servers' user can enter, in memory where there is room. */
    static Path place(String prefix) {
        try {
            Optional<Path> memory = MemoryPlace.find();
            Path place = memory.isPresent()
                    ? Files.createTempDirectory(memory.get(), prefix)
                    : Files.createTempDirectory(prefix);
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
