package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The expected output of a step in the file, with its conditional parts.
 *
 * @param anchor the line after which the block begins (or would begin), from 1
 * @param prefix the indentation and bars of its lines
 * @param parts in file order; empty when the step prints nothing
 * @param own directives between the input and the output, which apply to this step
 */
public record ExpectedBlock(int anchor, BlockPrefix prefix, List<Part> parts, List<Directive> own) {
    public ExpectedBlock {
        parts = List.copyOf(parts);
        own = List.copyOf(own);
    }

    static ExpectedBlock empty(int anchor, BlockPrefix prefix) {
        return new ExpectedBlock(anchor, prefix, List.of(), List.of());
    }

    /** The expected output in this environment. */
    public Expected resolve(Environment environment) {
        return flatten(environment, new ArrayList<>());
    }

    Expected flatten(Environment environment, List<BranchUse> uses) {
        ExpectedFlattening lines = new ExpectedFlattening(environment, uses, anchor);
        parts.forEach(part -> part.flatten(lines));
        return lines.expected(prefix);
    }

    /** Whether some lines depend on a condition. */
    public boolean conditional() {
        return parts.stream().anyMatch(part -> !part.conditions().isEmpty());
    }

    /** All conditions in it, including those of nested choices; {@code %else} has none. */
    public List<Condition> conditions() {
        return parts.stream().flatMap(part -> part.conditions().stream()).toList();
    }

    /** The first line of the block, existing or not, from 1. */
    public int first() {
        return parts.isEmpty() ? anchor + 1 : parts.get(0).first();
    }

    /** Lines, or a choice; sealed. */
    public sealed interface Part {
        void flatten(ExpectedFlattening into);

        /** Its first line, from 1. */
        public int first();

        /** All conditions in it. */
        List<Condition> conditions();
    }

    /** Lines without a condition. */
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

    /** {@code %if … %end} that contains only lines. */
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
     * @param line the line of its {@code %if}, {@code %elif} or {@code %else}
     * @param condition null for {@code %else}
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
