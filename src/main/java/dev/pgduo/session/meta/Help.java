package dev.pgduo.session.meta;

import dev.pgduo.session.query.Psql;
import dev.pgduo.session.scan.SlashScanner;
import java.util.List;

/** {@code \?}: the list of commands, from their own descriptions. */
final class Help implements MetaCommand {
    private static final int COLUMN = 44;

    private final MetaCommands commands;

    Help(MetaCommands commands) {
        this.commands = commands;
    }

    @Override
    public List<String> names() {
        return List.of("?");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String help() {
        return "show this list";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) {
        StringBuilder text = new StringBuilder("Backslash commands\n");
        for (MetaCommand command : commands.all()) {
            String left = "  \\" + command.names().get(0) + " " + command.usage();
            text.append(left).append(" ".repeat(Math.max(1, COLUMN - left.length())));
            text.append(command.help()).append('\n');
        }
        psql.output().out(text.toString());
        return Next.CONTINUE;
    }
}
