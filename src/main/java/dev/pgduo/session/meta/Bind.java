package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Sending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code \bind} and {@code \bind_named} (psql 16 and later): set the parameters for the next query. */
final class Bind implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("bind", "bind_named");
    }

    @Override
    public String help() {
        return "set query parameters; \\bind_named STMT_NAME: of a prepared statement";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        List<String> words = new ArrayList<>();
        for (Optional<String> word = arguments.argument(); word.isPresent(); word = arguments.argument()) {
            words.add(word.get());
        }
        if (name.equals("bind")) {
            psql.sending(Sending.bound(words));
        } else if (words.isEmpty()) {
            psql.err("\\bind_named: missing required argument");
            return Next.FAILED;
        } else {
            psql.sending(Sending.named(words.get(0), words.subList(1, words.size())));
        }
        return Next.CONTINUE;
    }
}
