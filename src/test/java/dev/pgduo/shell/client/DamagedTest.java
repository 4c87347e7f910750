package dev.pgduo.shell.client;

import dev.pgduo.Damage;
import dev.pgduo.cluster.process.Getopt;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Damaged command lines of the client programs. */
class DamagedTest {
    private static final Set<Class<? extends Exception>> UNREADABLE = Set.of(Getopt.Unreadable.class);

    @Test
    void options() {
        for (ClientProgram program : List.of(new PgIsReady(), new PgControlData(), new PgBaseBackup())) {
            Damage.ask(
                    List.of("-qp 5432 --host=localhost -d x --dbname y -- z", "-D /x --version --he"),
                    UNREADABLE,
                    text -> program.options().read(Damage.words(text)));
        }
    }

    /** A host that there is not, so that nothing is asked. */
    @Test
    void pgIsReady() {
        Map<String, String> environment = Map.of("HOME", "/nonexistent", "PGHOST", "/nonexistent");
        Damage.ask(List.of("pg_isready -t 1 -p 5432 -d x y", "pg_isready -q --dbname=port=1"), Set.of(), text -> {
            StringWriter said = new StringWriter();
            new ClientMain(new PrintWriter(said), new PrintWriter(said), environment).run(Damage.words(text));
        });
    }
}
