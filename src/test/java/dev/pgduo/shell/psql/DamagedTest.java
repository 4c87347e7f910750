package dev.pgduo.shell.psql;

import dev.pgduo.Damage;
import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.lab.os.PsqlArguments;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DamagedTest {
    @Test
    void options() {
        Damage.ask(
                List.of(
                        "-XAt -h localhost --port=5433 -v a=b --pset border=2 -c select db user",
                        "--no-psq -1f x --csv"),
                Set.of(Getopt.Unreadable.class),
                text -> PsqlArguments.OPTIONS.read(Damage.words(text)));
    }
}
