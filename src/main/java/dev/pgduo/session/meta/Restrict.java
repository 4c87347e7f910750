package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \restrict}: begins the restricted mode, in which only {@code \\unrestrict} with the same key is accepted. */
final class Restrict implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("restrict");
    }

    @Override
    public String help() {
        return "enter restricted mode with provided key";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> key = arguments.stripped().filter(word -> !word.isEmpty());
        if (key.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        psql.restriction(key.get());
        return Next.CONTINUE;
    }
}
