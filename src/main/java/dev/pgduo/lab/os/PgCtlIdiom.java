package dev.pgduo.lab.os;

import dev.pgduo.cluster.process.Getopt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code pg_ctl start|stop|restart|reload|promote|status} with options in any place. */
final class PgCtlIdiom implements Idiom {
    private static final Getopt OPTIONS =
            Getopt.of("wWs", "Dlmt", "wait=w no-wait=W silent=s pgdata=D log=l mode=m timeout=t");
    private static final Set<String> ACTIONS = Set.of("start", "stop", "restart", "reload", "promote", "status");

    @Override
    public Optional<OsAction> recognise(String line) {
        return ShellWords.split(line)
                .filter(words -> words.size() > 1 && words.get(0).equals("pg_ctl"))
                .flatMap(words -> Idiom.read(OPTIONS, words))
                .filter(words -> words.operands().size() == 1
                        && ACTIONS.contains(words.operands().get(0)))
                .map(PgCtlIdiom::action);
    }

    private static OsAction action(Getopt.Words words) {
        List<String> operands = words.operands();
        return new OsAction.PgCtl(
                operands.get(0), words.value('D'), words.value('l'), words.value('m'), !words.has('W'));
    }
}
