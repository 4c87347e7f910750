package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \set}: sets a variable, or lists all. */
final class SetVariable implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("set");
    }

    @Override
    public String help() {
        return "set internal variable, or list all if no parameters";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> variable = arguments.argument();
        if (variable.isEmpty()) {
            psql.variables().all().forEach((key, value) -> psql.output().out(key + " = '" + value + "'\n"));
            return Next.CONTINUE;
        }
        StringBuilder value = new StringBuilder();
        for (Optional<String> word = arguments.argument(); word.isPresent(); word = arguments.argument()) {
            value.append(word.get());
        }
        return set(variable.get(), value.toString(), psql);
    }

    /** Sets a variable; an invalid value is printed as an error. */
    static Next set(String variable, String value, Psql psql) {
        try {
            psql.variables().set(variable, value);
            return Next.CONTINUE;
        } catch (IllegalArgumentException e) {
            psql.err(String.valueOf(e.getMessage()));
            return Next.FAILED;
        }
    }
}
