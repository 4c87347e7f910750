package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** &#92;unrestrict: ends the restricted mode. */
final class Unrestrict implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("unrestrict");
    }

    @Override
    public String help() {
        return "exit restricted mode if key matches";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> key = arguments.stripped().filter(word -> !word.isEmpty());
        @Nullable String wanted = psql.restriction();
        if (key.isEmpty() || wanted == null || !wanted.equals(key.get())) {
            String words = key.isEmpty()
                    ? "missing required argument"
                    : wanted == null ? "not currently in restricted mode" : "wrong key";
            psql.err("\\" + name + ": " + words);
            return Next.FAILED;
        }
        psql.restriction(null);
        return Next.CONTINUE;
    }
}
