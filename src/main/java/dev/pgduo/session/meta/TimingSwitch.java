package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.query.Words;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;
import java.util.Optional;

/** {@code \timing} */
final class TimingSwitch implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("timing");
    }

    @Override
    public String usage() {
        return "[on|off]";
    }

    @Override
    public String help() {
        return "toggle timing of commands";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws SlashScanner.Unterminated {
        Optional<String> word = arguments.argument();
        Optional<Boolean> on = word.isEmpty() ? Optional.of(!psql.settings().timing()) : Words.bool(word.get());
        if (on.isEmpty()) {
            psql.err("unrecognized value \"" + word.orElse("") + "\" for \"\\timing\": Boolean expected");
            return Next.FAILED;
        }
        psql.settings().timing(on.get());
        if (!psql.settings().quiet()) {
            psql.output().out(on.get() ? "Timing is on.\n" : "Timing is off.\n");
        }
        return Next.CONTINUE;
    }
}
