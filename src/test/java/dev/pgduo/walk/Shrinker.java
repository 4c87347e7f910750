package dev.pgduo.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a failing script shorter: drops lines, runs what is left on a new lab, and keeps it when the same law fails. */
final class Shrinker {
    private final Walker walker;
    private final long until;

    /**
     * A shrinker.
     *
     * @param walker runs the scripts
     * @param seconds how long it may take
     */
    Shrinker(Walker walker, long seconds) {
        this.walker = walker;
        this.until = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** The shortest script found that fails in the same way; the first one when it does not fail again. */
    Walker.Failure shrink(Walker.Failure failure) {
        Walker.Failure best = failure;
        int size = Math.max(1, best.script().size() / 2);
        while (size >= 1 && System.nanoTime() < until) {
            Optional<Walker.Failure> shorter = without(best, size);
            if (shorter.isPresent()) {
                best = shorter.get();
                size = Math.min(size, Math.max(1, best.script().size() / 2));
            } else {
                size = size == 1 ? 0 : size / 2;
            }
        }
        return best;
    }

    /** Drops one chunk of this size, from the end to the beginning. */
    private Optional<Walker.Failure> without(Walker.Failure failure, int size) {
        List<String> script = failure.script();
        for (int end = script.size(); end > 0 && System.nanoTime() < until; end -= size) {
            List<String> rest = new ArrayList<>(script.subList(0, Math.max(0, end - size)));
            rest.addAll(script.subList(end, script.size()));
            Optional<Walker.Failure> again =
                    walker.script(rest).failure().filter(f -> f.law().equals(failure.law()));
            if (again.isPresent()) {
                return again;
            }
        }
        return Optional.empty();
    }
}
