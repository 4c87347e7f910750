package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \x}: switches expanded output. */
final class Expand implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("x");
    }

    @Override
    public String help() {
        return "toggle expanded output";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> word = arguments.stripped();
        return PrintSettings.apply("expanded", word.orElse(null), psql);
    }
}
