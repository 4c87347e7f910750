package dev.pgduo.lab.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.shell.client.ClientMain;
import java.util.List;
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
}
