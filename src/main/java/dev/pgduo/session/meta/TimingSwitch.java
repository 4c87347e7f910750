package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Words;
import java.util.List;
import java.util.Optional;

/** {@code \timing}: switches the printing of execution times. */
final class TimingSwitch implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("timing");
    }

    @Override
    public String help() {
        return "toggle timing of commands";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Optional<String> word = arguments.argument();
        boolean old = psql.settings().timing();
        Optional<Boolean> on = word.isEmpty() ? Optional.of(!old) : Words.bool(word.get());
        if (on.isEmpty()) {
            psql.err("unrecognized value \"" + word.orElse("") + "\" for \"\\timing\": Boolean expected");
        }
        psql.settings().timing(on.orElse(old));
        if (!psql.settings().quiet()) {
            psql.output().out(psql.settings().timing() ? "Timing is on.\n" : "Timing is off.\n");
        }
        return on.isEmpty() ? Next.FAILED : Next.CONTINUE;
    }
}
