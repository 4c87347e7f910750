package dev.pgduo.shell.typing;

import dev.pgduo.session.meta.MetaCommands;
import dev.pgduo.shell.typing.SqlCompletion.Word;
import java.util.List;

/** psql's backslash commands, for completion. */
public final class BackslashWords {
    private static final MetaCommands COMMANDS = new MetaCommands();

    private BackslashWords() {}

    /** The commands with this beginning, with their backslash and description. */
    public static List<Word> starting(String start) {
        return COMMANDS.all().stream()
                .flatMap(command -> command.names().stream()
                        .filter(name -> name.startsWith(start))
                        .map(name -> new Word("\\" + name, command.help())))
                .toList();
    }

    /** Whether this is a command's name, without backslash. */
    public static boolean known(String name) {
        return COMMANDS.find(name).isPresent();
    }
}
