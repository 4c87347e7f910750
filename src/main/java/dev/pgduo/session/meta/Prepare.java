package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Sending;
import java.util.List;
import java.util.Optional;

/** {@code \parse}, {@code \close_prepared} and {@code \close} (psql 16 and later): make and remove prepared statements. */
final class Prepare implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("parse", "close_prepared", "close");
    }

    @Override
    public String help() {
        return "create a prepared statement; \\close_prepared: close it";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> statement = arguments.argument();
        if (statement.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        psql.sending(name.equals("parse") ? Sending.parsed(statement.get()) : Sending.closed(statement.get()));
        return Next.SEND;
    }
}
