package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \getenv}: sets a variable to the value of an environment variable. */
final class GetEnvironment implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("getenv");
    }

    @Override
    public String help() {
        return "fetch environment variable";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> variable = arguments.argument();
        Optional<String> source = arguments.argument();
        if (variable.isEmpty() || source.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        String value = psql.host().environment().get(source.get());
        return value == null ? Next.CONTINUE : SetVariable.set(variable.get(), value, psql);
    }
}
