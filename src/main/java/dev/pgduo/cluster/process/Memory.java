package dev.pgduo.cluster.process;

import dev.pgduo.report.LabException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Facts about this machine that were found by running programs, kept between runs. An answer is valid as long as its
 * circumstances are the same; it may be lost at any time. Thread-safe.
 */
public interface Memory {
    /**
     * The answer that was kept under the same circumstances; empty when there is none.
     *
     * @param question a text that is the same in each run
     * @param circumstances everything on which the answer depends, as text
     */
    Optional<String> recall(String question, String circumstances);

    /** Keeps an answer in place of the former one, if possible. */
    void keep(String question, String circumstances, String answer);

    /**
     * The kept answer, or a new one, which is kept.
     *
     * @param circumstances empty when they are not known: then nothing is kept
     * @param find finds the answer, which takes long
     * @param read parses an answer; a kept one that cannot be parsed is discarded
     */
    default <T> T answer(
            String question, Optional<String> circumstances, Supplier<String> find, Function<String, T> read) {
        Optional<T> known = circumstances.flatMap(now -> recall(question, now)).flatMap(text -> sense(text, read));
        if (known.isPresent()) {
            return known.get();
        }
        String found = find.get();
        T answer = read.apply(found);
        circumstances.ifPresent(now -> keep(question, now, found));
        return answer;
    }

    private static <T> Optional<T> sense(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text));
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    /** The memory of this program; it keeps nothing until one is set. */
    static Memory here() {
        return Holder.current;
    }

    /** Sets the memory of this program. */
    static void use(Memory memory) {
        Holder.current = memory;
    }

    /** Keeps nothing. */
    final class None implements Memory {
        @Override
        public Optional<String> recall(String question, String circumstances) {
            return Optional.empty();
        }

        @Override
        public void keep(String question, String circumstances, String answer) {
            // No memory was set.
        }
    }

    /** Holds the memory of this program. */
    final class Holder {
        private static volatile Memory current = new None();

        private Holder() {}
    }
}
