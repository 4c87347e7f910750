package dev.pgduo.session.meta;

import dev.pgduo.session.query.ConditionalStack.Branch;
import dev.pgduo.session.query.Psql;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A backslash command of {@code \if} blocks, which is also run in branches that are not taken. */
interface BranchCommand extends MetaCommand {
    @Override
    default boolean branches() {
        return true;
    }

    /** The branch that ends here; empty, after an error was printed, where no further branch is allowed. */
    static Optional<Branch> ended(String name, Psql psql) {
        @Nullable Branch branch = psql.frame().conditions().branch();
        if (branch == null || branch == Branch.ELSE_TRUE || branch == Branch.ELSE_FALSE) {
            psql.err("\\" + name + (branch == null ? ": no matching \\if" : ": cannot occur after \\else"));
            return Optional.empty();
        }
        return Optional.of(branch);
    }
}
