package dev.pgduo.transcript.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A branch of an {@code %if}. */
interface Conditional {
    int line();

    @Nullable
    Condition condition();

    default boolean holds(Environment environment) {
        Condition condition = condition();
        return condition == null || condition.holds(environment);
    }

    /** The first branch whose condition holds; each branch is noted as used or not. */
    static <B extends Conditional> Optional<B> choose(List<B> branches, Environment environment, List<BranchUse> uses) {
        Optional<B> taken =
                branches.stream().filter(branch -> branch.holds(environment)).findFirst();
        branches.forEach(branch -> uses.add(
                new BranchUse(branch.line(), taken.filter(one -> one == branch).isPresent())));
        return taken;
    }
}
