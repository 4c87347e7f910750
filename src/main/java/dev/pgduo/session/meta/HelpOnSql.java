package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.help.SqlHelp;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;

/** {@code \h}, {@code \help}: prints the help on SQL commands. */
final class HelpOnSql implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("h", "help");
    }

    @Override
    public String help() {
        return "help on syntax of SQL commands, * for all commands";
    }

    @Override
    public Arguments arguments() {
        return Arguments.LINE;
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        String topic = arguments.wholeLine().replaceFirst("[;\\s]+$", "");
        psql.target().page(topic.isEmpty() ? SqlHelp.list(psql.host().terminalWidth()) : SqlHelp.about(topic));
        return Next.CONTINUE;
    }
}
