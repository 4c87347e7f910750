package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Repetition;
import dev.pgduo.session.query.Words;
import java.util.List;
import java.util.Optional;

/** {@code \watch}: runs the query again and again. */
final class Watch implements MetaCommand {
    private static final String INTERVAL = "WATCH_INTERVAL";
    private static final double SECONDS = 2;

    @Override
    public List<String> names() {
        return List.of("watch");
    }

    private static double usual(Psql psql) {
        return psql.variables().special(INTERVAL)
                ? psql.variables().value(INTERVAL).flatMap(Words::decimal).orElse(SECONDS)
                : SECONDS;
    }

    @Override
    public String help() {
        return "execute query every SEC seconds, up to N times, stop if less than MIN rows are returned";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<WatchWords> words =
                psql.pipelining().refuses(name) ? Optional.empty() : WatchWords.read(arguments, psql);
        if (words.isEmpty()) {
            psql.frame().reset();
            return Next.FAILED;
        }
        if (psql.buffer().isEmpty()) {
            psql.buffer().append(psql.frame().previous());
        }
        String query = psql.buffer().toString();
        psql.frame().reset();
        if (query.isEmpty()) {
            psql.err("\\watch cannot be used with an empty query");
            return Next.FAILED;
        }
        return new Repetition(psql, query, words.get().limits(usual(psql))).run() ? Next.CONTINUE : Next.FAILED;
    }
}
