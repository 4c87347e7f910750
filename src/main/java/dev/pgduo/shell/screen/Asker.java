package dev.pgduo.shell.screen;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal a question, if there is one. Thread-safe. */
public final class Asker {
    private final boolean person;
    private volatile @Nullable Predicate<String> terminal;
    private volatile Lines lines = (prompt, secret) -> null;

    /** @param person whether both standard streams are a terminal, so that there is a person */
    public Asker(boolean person) {
        this.person = person;
    }

    /** Whether there is a person. */
    public boolean person() {
        return person;
    }

    /** Has a person type a line. */
    public interface Lines {
        /**
         * The answer; null when nobody can be asked now.
         *
         * @param secret whether it is typed without echo
         * @throws java.io.InterruptedIOException when the person does not want to answer
         */
        @Nullable
        String ask(String prompt, boolean secret) throws IOException;
    }

    /** From now on, lines are typed there; the answer is where they were until now. */
    public Lines linesTo(Lines typist) {
        Lines before = lines;
        lines = typist;
        return before;
    }

    /** Who has a person type a line. */
    public Lines lines() {
        return lines;
    }

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
