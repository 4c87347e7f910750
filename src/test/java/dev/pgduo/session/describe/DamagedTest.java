package dev.pgduo.session.describe;

import dev.pgduo.Damage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DamagedTest {
    @Test
    void patterns() {
        Damage.ask(List.of("\"Db\".s*.\"T \"\"t\"[0-9]+?", "pg_*.$x|(y)", "a.b.c.d"), Set.of(), text -> {
            for (int parts = 1; parts <= 3; parts++) {
                NamePattern.of(text, parts, false);
                NamePattern.of(text, parts, true);
            }
        });
    }
}
