package dev.pgduo.session.meta;

import dev.pgduo.session.help.SqlHelp;
import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;

/** {@code \h} {@code \help} */
final class HelpOnSql implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("h", "help");
    }

    @Override
    public String usage() {
        return "[NAME]";
    }

    @Override
    public String help() {
        return "help on syntax of SQL commands, * for all commands";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        String topic = arguments.wholeLine().replaceFirst("[;\\s]+$", "");
        psql.output().out(topic.isEmpty() ? SqlHelp.list(psql.host().terminalWidth()) : SqlHelp.about(topic));
        return Next.CONTINUE;
    }
}
