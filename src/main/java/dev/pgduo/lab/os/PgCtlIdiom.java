package dev.pgduo.lab.os;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code pg_ctl start|stop|restart|reload|promote|status} with options in any place. */
final class PgCtlIdiom implements Idiom {
    private static final Set<String> FLAGS = Set.of("w", "W", "s", "wait", "no-wait", "silent");
    private static final Set<String> VALUED = Set.of("D", "l", "m", "t", "pgdata", "log", "mode", "timeout");
    private static final Set<String> ACTIONS = Set.of("start", "stop", "restart", "reload", "promote", "status");

    @Override
    public Optional<OsAction> recognise(String line) {
        return ShellWords.split(line)
                .filter(words -> words.size() > 1 && words.get(0).equals("pg_ctl"))
                .flatMap(words -> CommandWords.read(words.subList(1, words.size()), FLAGS, VALUED))
                .filter(words -> words.operands().size() == 1
                        && ACTIONS.contains(words.operands().get(0)))
                .map(PgCtlIdiom::action);
    }

    private static OsAction action(CommandWords words) {
        List<String> operands = words.operands();
        return new OsAction.PgCtl(
                operands.get(0),
                words.option("D", "pgdata"),
                words.option("l", "log"),
                words.option("m", "mode"),
                words.option("W", "no-wait").isEmpty());
    }
}
