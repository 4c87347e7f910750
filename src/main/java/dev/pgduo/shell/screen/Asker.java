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

    /** @param person whether both standard streams are a terminal, so that there is a person to ask */
    public Asker(boolean person) {
        this.person = person;
    }

    /** Whether there is a person. */
    public boolean person() {
        return person;
    }

    /** Asks a person for a line. */
    public interface Lines {
        /**
         * The answer; null when there is nobody to ask now.
         *
         * @param secret whether the answer is typed without echo
         * @throws java.io.InterruptedIOException when the person refuses to answer
         */
        @Nullable
        String ask(String prompt, boolean secret) throws IOException;
    }

    /** Sets how lines are asked for from now on; returns the former way. */
    public Lines linesTo(Lines typist) {
        Lines before = lines;
        lines = typist;
        return before;
    }

    /** How lines are asked for now. */
    public Lines lines() {
        return lines;
    }

    /** Sets how yes-or-no questions are asked from now on. */
    public void to(Predicate<String> questions) {
        terminal = questions;
    }

    /** Asks a yes-or-no question, given without the choices; empty when there is nobody to ask. */
    public Optional<Boolean> yes(String question) {
        Predicate<String> now = terminal;
        return now == null ? Optional.empty() : Optional.of(now.test(question));
    }
}
