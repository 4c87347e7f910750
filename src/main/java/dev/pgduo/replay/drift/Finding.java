package dev.pgduo.replay.drift;

import dev.pgduo.replay.compare.Drift;
import java.util.List;
import java.util.Optional;

/**
 * One difference in one lab on one server.
 *
 * @param line 1-based line of the step; 1 for the lab as a whole
 * @param standing adapted, drift or fail
 * @param kind empty when an error keeps it from being compared
 * @param words for a person: the reason, the diff, or the error
 * @param compared what equal differences have in common but for volatile values
 */
public record Finding(int line, Standing standing, Optional<Drift> kind, List<String> words, List<String> compared) {
    public Finding {
        words = List.copyOf(words);
        compared = List.copyOf(compared);
    }

    /** {@code drift, cosmetic}. */
    public String label() {
        return standing + kind.map(each -> ", " + each.label()).orElse("");
    }
}
