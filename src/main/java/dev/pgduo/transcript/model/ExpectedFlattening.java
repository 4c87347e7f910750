package dev.pgduo.transcript.model;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of an expected block that apply in one environment. Not thread-safe. */
public final class ExpectedFlattening {
    private final Environment environment;
    private final List<BranchUse> uses;
    private final List<ExpectedLine> lines = new ArrayList<>();
    private int anchor;

    ExpectedFlattening(Environment environment, List<BranchUse> uses, int anchor) {
        this.environment = environment;
        this.uses = uses;
        this.anchor = anchor;
    }

    void add(ExpectedLine line) {
        lines.add(line);
    }

    void choose(List<ExpectedBlock.Branch> branches) {
        Conditional.choose(branches, environment, uses).ifPresent(branch -> {
            anchor = lines.isEmpty() ? branch.line() : anchor;
            branch.parts().forEach(part -> part.flatten(this));
        });
    }

    Expected expected(BlockPrefix prefix) {
        return new Expected(anchor, prefix, lines);
    }
}
