package dev.pgduo.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step must print, as it stands under the step, with its conditional parts.
 *
 * @param anchor 1-based line under which the block begins (or would begin)
 * @param prefix indent and bars of its lines
 * @param parts in file order; empty when the step prints nothing
 * @param own directives that stand between the input and its output, and so govern this step
 */
public record ExpectedBlock(int anchor, BlockPrefix prefix, List<Part> parts, List<Directive> own) {
    public ExpectedBlock {
        parts = List.copyOf(parts);
        own = List.copyOf(own);
    }

    static ExpectedBlock empty(int anchor, BlockPrefix prefix) {
        return new ExpectedBlock(anchor, prefix, List.of(), List.of());
    }

    /** Some lines, or a choice; sealed. */
    public sealed interface Part {
        void flatten(ExpectedFlattening into);
    }

    /** Lines that hold everywhere. */
    public record Run(List<ExpectedLine> lines) implements Part {
        public Run {
            lines = List.copyOf(lines);
        }

        @Override
        public void flatten(ExpectedFlattening into) {
            lines.forEach(into::add);
        }
    }

    /** {@code %if … %end} around lines only. */
    public record Choice(List<Branch> branches) implements Part {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public void flatten(ExpectedFlattening into) {
            into.choose(branches);
        }
    }

    /**
     * One branch of a choice.
     *
     * @param line of its {@code %if}, {@code %elif} or {@code %else}
     * @param condition null after {@code %else}
     */
    public record Branch(int line, @Nullable Condition condition, List<Part> parts) implements Conditional {
        public Branch {
            parts = List.copyOf(parts);
        }
    }
}
