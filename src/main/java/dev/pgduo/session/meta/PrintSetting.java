package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** A command of one letter for one setting of {@code \pset}: {@code \f}, {@code \C}, {@code \T}. */
record PrintSetting(String letter, String setting, String help) implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of(letter);
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        return PrintSettings.apply(
                setting, (letter.equals("C") ? arguments.stripped() : arguments.argument()).orElse(null), psql);
    }
}
