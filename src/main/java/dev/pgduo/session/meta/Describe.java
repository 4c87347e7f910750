package dev.pgduo.session.meta;

import dev.pgduo.session.describe.DescribeCommands;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \d} and its family, whose names end in options. */
final class Describe implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("d");
    }

    @Override
    public boolean answersTo(String name) {
        return DescribeCommands.has(name);
    }

    @Override
    public String usage() {
        return "[S+] [PATTERN]";
    }

    @Override
    public String help() {
        return "describe table, view, sequence, or index; or list relations";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        return DescribeCommands.run(name, () -> pattern(arguments), psql) ? Next.CONTINUE : Next.FAILED;
    }

    /** A word without the semicolons at its end; nothing when that leaves nothing. */
    private static Optional<String> pattern(SlashScanner arguments) {
        return arguments.argument().map(word -> word.replaceFirst(";+$", "")).filter(word -> !word.isEmpty());
    }
}
