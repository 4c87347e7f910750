package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Repetition;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;
import java.util.Optional;

/** {@code \watch} */
final class Watch implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("watch");
    }

    @Override
    public String usage() {
        return "[SEC]";
    }

    @Override
    public String help() {
        return "execute query every SEC seconds";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> word = arguments.stripped();
        if (psql.buffer().isEmpty()) {
            psql.buffer().append(psql.frame().previous());
        }
        String query = psql.buffer().toString();
        psql.frame().reset();
        if (query.isEmpty()) {
            psql.err("\\watch cannot be used with an empty query");
            return Next.FAILED;
        }
        return new Repetition(psql, query, seconds(word.orElse("2"))).run() ? Next.CONTINUE : Next.FAILED;
    }

    /** As C reads it; anything that is not a number above zero is one second. */
    private static double seconds(String word) {
        String digits = word.replaceFirst("^\\s*(\\+?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]+)?).*$", "$1");
        try {
            double seconds = Double.parseDouble(digits);
            return seconds > 0 ? seconds : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
