package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.describe.DescribeCommands;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;

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
    public String help() {
        return "describe table, view, sequence, or index; or list relations";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        return DescribeCommands.run(name, arguments::stripped, psql) ? Next.CONTINUE : Next.FAILED;
    }
}
