package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortAliasesTest {
    private final PortAliases aliases = new PortAliases(Map.of(5432, 6001, 5433, 6002));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psql -h localhost -p 5432 -U postgres",
                "alter system set port = 5432;",
                "alter system set port to '5433';",
                "s/port = .*/port = 5433/",
                "primary_conninfo = 'user=postgres port=5433'",
                "connection to server at \"127.0.0.1\", port 5432 failed",
                "PGPORT=5433 psql",
                "/tmp/.s.PGSQL.5432"
            })
    void mapsWhereTheTextSaysPortAndBack(String text) {
        String real = aliases.toReal(text);
        assertThat(real).doesNotContain("5432", "5433").containsPattern("600[12]");
        assertThat(aliases.toShown(real)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 5432;", "insert into t values (5433)", "port 54321", "support = 1"})
    void leavesOtherNumbersAlone(String text) {
        assertThat(aliases.toReal(text)).isEqualTo(text);
    }

    @Test
    void equalPortsAreNoAlias() {
        assertThat(new PortAliases(Map.of(5432, 5432)).differ()).isFalse();
    }
}
