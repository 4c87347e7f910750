package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.help.SlashHelp;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;

/** {@code \?}: prints the help on backslash commands, options and variables. */
final class Help implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("?");
    }

    @Override
    public String help() {
        return "show help on backslash commands, command-line options or special variables";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        psql.target().page(SlashHelp.about(arguments.argument().orElse("commands"), psql));
        return Next.CONTINUE;
    }
}
