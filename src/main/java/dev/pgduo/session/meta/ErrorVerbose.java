package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.message.MessageText;
import dev.pgduo.session.message.MessageText.Context;
import dev.pgduo.session.message.MessageText.Verbosity;
import dev.pgduo.session.query.Psql;
import java.util.List;

/** {@code \errverbose}: prints the last error with all its fields. */
final class ErrorVerbose implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("errverbose");
    }

    @Override
    public String help() {
        return "show most recent error message at maximum verbosity";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        Psql.LastError last = psql.lastError();
        if (last == null) {
            psql.output().out("There is no previous error.\n");
        } else {
            psql.err(new MessageText(Verbosity.VERBOSE, Context.ALWAYS).error(last.error(), last.query()));
        }
        return Next.CONTINUE;
    }
}
