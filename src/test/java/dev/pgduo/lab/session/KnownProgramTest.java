package dev.pgduo.lab.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.shell.client.ClientMain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownProgramTest {
    /** Also "psql", which is a command of its own. */
    @Test
    void hasEachProgramThatPgduoStandsInFor() {
        List<String> known = KnownProgram.ALL.stream()
                .filter(program -> program.from() == KnownProgram.From.PGDUO)
                .map(KnownProgram::name)
                .toList();
        assertThat(known).containsAll(ClientMain.names()).doesNotHaveDuplicates();
    }

    /** The package without a number is of the distribution's own major, which may be older than the program. */
    @Test
    void namesThePackageOfTheServersMajorForAProgramThatCameLater() {
        assertThat(absent("pg_combinebackup")).contains("apt install postgresql-client-17)");
        assertThat(absent("pg_walsummary")).contains("apt install postgresql-17)");
        assertThat(absent("createdb")).contains("apt install postgresql-client)");
    }

    private static String absent(String name) {
        return KnownProgram.ALL.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow()
                .absent(17, Optional.empty());
    }
}
