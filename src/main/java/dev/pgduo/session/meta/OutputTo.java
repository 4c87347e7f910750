package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Targets;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \o}, {@code \out}: send the results of queries to a file or program. */
final class OutputTo implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("o", "out");
    }

    @Override
    public String help() {
        return "send all query results to file or |pipe";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FILE_OR_PIPE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> word = arguments.fileOrPipeStripped();
        psql.target().queryFile(word.isPresent() ? Targets.open(word.get(), psql) : null);
        return Next.CONTINUE;
    }
}
