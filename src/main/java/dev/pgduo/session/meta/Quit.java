package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \q}: ends the session. */
final class Quit implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("q", "quit");
    }

    @Override
    public String help() {
        return "leave this session";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        return Next.QUIT;
    }
}
