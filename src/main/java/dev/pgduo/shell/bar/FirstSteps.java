package dev.pgduo.shell.bar;

import java.util.List;

/** The first hints when there is no lab yet. */
final class FirstSteps {
    static final List<String> LINES = List.of(
            "there is no lab yet; three things to do:",
            "  up       makes one: a primary and a standby that streams from it",
            "  psql a   opens an SQL session on the primary, then (psql b on the standby)",
            "  help     shows the other prompts, the keys and the commands");

    private FirstSteps() {}
}
