package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import java.util.List;
import java.util.Optional;

/** {@code \setenv}: sets or removes an environment variable. */
final class SetEnvironment implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("setenv");
    }

    @Override
    public String help() {
        return "set or unset environment variable";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> variable = arguments.argument();
        Optional<String> value = arguments.argument();
        if (variable.isEmpty()) {
            psql.err("\\" + name + ": missing required argument");
            return Next.FAILED;
        }
        if (variable.get().indexOf('=') >= 0) {
            psql.err("\\" + name + ": environment variable name must not contain \"=\"");
            return Next.FAILED;
        }
        psql.host().environment(variable.get(), value.orElse(null));
        return Next.CONTINUE;
    }
}
