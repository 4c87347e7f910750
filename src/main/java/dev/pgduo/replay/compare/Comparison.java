package dev.pgduo.replay.compare;

import java.util.List;

/** What a comparison found. */
public sealed interface Comparison {
    /** Whether the output counts as the expected one (matched or adapted). */
    boolean accepted();

    /** The volatile values that were accepted; empty for a mismatch. */
    List<Binding> bindings();

    /** Everything agrees. */
    record Matched(List<Binding> bindings) implements Comparison {
        public Matched {
            bindings = List.copyOf(bindings);
        }

        @Override
        public boolean accepted() {
            return true;
        }
    }

    /** Everything agrees once these reasons are granted; each is named once, in order of use. */
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
     * Something differs that nothing explains.
     *
     * @param diff where
     * @param notes whole sentences on relations between volatile values that were broken
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
