package dev.pgduo.cluster.process;

import dev.pgduo.report.LabException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What was found out about this machine by running programs, kept from one start to the next. An answer holds as long as what it
 * depends on is the same; nobody may rely on one being kept. For any number of threads.
 */
public interface Memory {
    /**
     * The answer that was kept under the same circumstances.
     *
     * @param question what was asked, the same at each start
     * @param circumstances everything that the answer depends on, as text
     */
    Optional<String> recall(String question, String circumstances);

    /** Keeps an answer instead of the one before, if that is possible. */
    void keep(String question, String circumstances, String answer);

    /**
     * The answer that was kept, or the one that is found now, which is kept.
     *
     * @param circumstances empty when they cannot be told: then nothing is kept
     * @param find what takes long
     * @param read makes sense of an answer; one that was kept and makes none is forgotten
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

    /** This program's; it keeps nothing until it is told where. */
    static Memory here() {
        return Holder.current;
    }

    /** Makes this one the program's from now on. */
    static void use(Memory memory) {
        Holder.current = memory;
    }

    /** Forgets everything at once. */
    final class None implements Memory {
        @Override
        public Optional<String> recall(String question, String circumstances) {
            return Optional.empty();
        }

        @Override
        public void keep(String question, String circumstances, String answer) {
            // Nobody said where.
        }
    }

    /** Keeps the program's own. */
    final class Holder {
        private static volatile Memory current = new None();

        private Holder() {}
    }
}
