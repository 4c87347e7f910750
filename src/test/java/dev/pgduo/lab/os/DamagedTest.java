package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.Damage;
import dev.pgduo.report.LabException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines of an OS prompt that are damaged mean something, or are for the real shell. */
class DamagedTest {
    private static final Map<String, String> VARIABLES = Map.of("PGDATA", "/d", "HOME", "/h");

    @Test
    void lines() {
        Damage.ask(
                List.of(
                        "pg_ctl -D $PGDATA -l log -m fast -w restart",
                        "pg_basebackup -D /x -h localhost -p 5432 -U postgres -R --slot=s -T /a=/b",
                        "rm -rf -- /x/* \"$PGDATA\"",
                        "echo \"port = 5433\" >> $PGDATA/postgresql.conf",
                        "tail -n 10 \"$HOME/logfile\"",
                        "bash -c 'psql -p 5433 db user'"),
                Set.of(),
                line -> OsLine.read(line, VARIABLES));
    }

    @Test
    void substitutions() {
        String conf = "#wal_level = replica  # minimal, replica, or logical\n".repeat(20);
        Damage.ask(
                List.of(
                        "s/^#*\\(wal_level\\) = .*$/\\1 = logical/g",
                        "s|a\\{2,3\\}[^b-d]*|x&y|i",
                        "s/(.*.*.*.*)*x$/\\9/"),
                Set.of(LabException.class),
                command -> {
                    SedSubstitution.parse(command, false).ifPresent(s -> s.apply(conf));
                    SedSubstitution.parse(command, true).ifPresent(s -> s.apply(conf));
                });
    }

    @Test
    void leavesToSedWhatJavaReadsOtherwise() {
        for (String command :
                List.of("s/a/\\9/", "s/[[:alpha:]]/x/", "s/a*?/x/", "s/(?i)a/x/", "s/\\pL/x/", "s/(/x/")) {
            assertThat(SedSubstitution.parse(command, true)).as(command).isEmpty();
        }
        assertThat(SedSubstitution.parse("s/a\\(b*\\)/[\\1]/", false)
                        .orElseThrow()
                        .apply("xabb\nab\n"))
                .isEqualTo("x[bb]\n[b]\n");
    }

    @Test
    void givesUpAnExpressionThatTakesForEver() {
        SedSubstitution slow =
                SedSubstitution.parse("s/(.*.*.*.*.*.*)*x$/y/", true).orElseThrow();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> slow.apply("a".repeat(200) + "\n")))
                .hasMessageContaining("takes too long");
    }
}
