package dev.pgduo.replay.compare;

import java.util.List;

/** The result of a comparison. */
public sealed interface Comparison {
    /** Whether the output is accepted (matched or adapted). */
    boolean accepted();

    /** The volatile values that were accepted; empty for a mismatch. */
    List<Binding> bindings();

    /** Everything matches. */
    record Matched(List<Binding> bindings) implements Comparison {
        public Matched {
            bindings = List.copyOf(bindings);
        }

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Everything matches with known differences for these reasons; each is named once, in order of use. */
    record Adapted(List<Binding> bindings, List<String> reasons) implements Comparison {
        public Adapted {
            bindings = List.copyOf(bindings);
            reasons = List.copyOf(reasons);
        }

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /**
     * There is a difference without a known reason.
     *
     * @param diff the difference
     * @param notes whole sentences about violated relations between volatile values
     */
    record Mismatch(Diff diff, List<String> notes) implements Comparison {
        public Mismatch {
            notes = List.copyOf(notes);
        }

        @Override
        public boolean accepted() {
            return false;
        }

        @Override
        public List<Binding> bindings() {
            return List.of();
        }
    }
}
