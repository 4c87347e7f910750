package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** What must be printed in this environment. */
    public Expected resolve(Environment environment) {
        return flatten(environment, new ArrayList<>());
    }

    Expected flatten(Environment environment, List<BranchUse> uses) {
        ExpectedFlattening lines = new ExpectedFlattening(environment, uses, anchor);
        parts.forEach(part -> part.flatten(lines));
        return lines.expected(prefix);
    }

    /** Whether some lines apply only to some servers. */
    public boolean conditional() {
        return parts.stream().anyMatch(part -> !part.conditions().isEmpty());
    }

    /** All conditions in it, those of nested choices too; {@code %else} has none. */
    public List<Condition> conditions() {
        return parts.stream().flatMap(part -> part.conditions().stream()).toList();
    }

    /** The 1-based line that the block begins with, or would. */
    public int first() {
        return parts.isEmpty() ? anchor + 1 : parts.get(0).first();
    }

    /** Some lines, or a choice; sealed. */
    public sealed interface Part {
        void flatten(ExpectedFlattening into);

        /** The 1-based line that it begins with. */
        public int first();

        /** The conditions that are asked, or would be, for any server. */
        List<Condition> conditions();
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

        @Override
        public int first() {
            return lines.get(0).line();
        }

        @Override
        public List<Condition> conditions() {
            return List.of();
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

        @Override
        public int first() {
            return branches.get(0).line();
        }

        @Override
        public List<Condition> conditions() {
            return branches.stream().flatMap(Branch::conditions).toList();
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

        private Stream<Condition> conditions() {
            Stream<Condition> inside = parts.stream().flatMap(part -> part.conditions().stream());
            return Stream.concat(Stream.ofNullable(condition), inside);
        }
    }
}
