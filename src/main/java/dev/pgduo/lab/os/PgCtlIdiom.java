package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.scan.ShellWords;
import java.util.Optional;
import java.util.Set;

/** {@code pg_ctl start|stop|restart|reload|promote|status} with options in any order. */
final class PgCtlIdiom implements Idiom {
    private static final Getopt OPTIONS =
            Getopt.of("wWs", "Dlmt", "wait=w no-wait=W silent=s pgdata=D log=l mode=m timeout=t");
    private static final Set<String> ACTIONS = Set.of("start", "stop", "restart", "reload", "promote", "status");

    @Override
    public Optional<OsAction> recognise(TypedCommand command) {
        return ShellWords.split(command.line())
                .filter(words -> words.size() > 1 && words.get(0).equals("pg_ctl"))
                .flatMap(words -> Idiom.read(OPTIONS, words))
                .filter(words -> words.operands().size() == 1
                        && ACTIONS.contains(words.operands().get(0)))
                .map(words -> action(words, command));
    }

    private static OsAction action(Getopt.Words words, TypedCommand command) {
        return new OsAction.PgCtl(
                words.operands().get(0),
                words.value('D').or(() -> command.setting("PGDATA")),
                words.value('l'),
                words.value('m'),
                !words.has('W'),
                command.text());
    }
}
