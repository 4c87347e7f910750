package dev.pgduo.replay;

import dev.pgduo.session.Result;
import dev.pgduo.session.query.StatementKind;
import dev.pgduo.session.query.StatementOutcome;
import java.util.Objects;

/** Tells what may be run again without changing anything. */
final class Reads {
    private Reads() {}

    /** Whether all that was run only read, and may be run again to see whether its output matches now. */
    static boolean only(Result result) {
        return result.open()
                && !result.outcomes().isEmpty()
                && result.outcomes().stream().allMatch(o -> o.kind() == StatementKind.READ_ONLY);
    }

    /** The SQLSTATE of the first statement that failed, or an empty text. */
    static String sqlState(Result result) {
        return result.outcomes().stream()
                .map(StatementOutcome::sqlState)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
