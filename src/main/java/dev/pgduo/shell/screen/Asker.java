package dev.pgduo.shell.screen;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal a question, if there is one. Thread-safe. */
public final class Asker {
    private volatile @Nullable Predicate<String> terminal;

    /** From now on, questions go there. */
    public void to(Predicate<String> questions) {
        terminal = questions;
    }

    /** Whether the person says yes to a question without its question mark's choices; empty when nobody can be asked. */
    public Optional<Boolean> yes(String question) {
        Predicate<String> now = terminal;
        return now == null ? Optional.empty() : Optional.of(now.test(question));
    }
}
