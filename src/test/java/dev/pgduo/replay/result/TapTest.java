package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.compare.Drift;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapTest {
    @Test
    void hasOnePointForEachLabOnEachServer() throws IOException {
        Finding drift = Outcomes.diff(7, "-\"a\" \\ b", "+\t\u0001Ж", "...");
        Finding error = Finding.error(9, Optional.empty(), List.of("ERROR:  x"));
        Finding adapted = Finding.adapted(3, "since 10", Drift.RENAMED);
        StringWriter out = new StringWriter();
        Tap.write(
                List.of(
                        Outcomes.played("a#1.lab", "15", "15.20", 1250, drift, error),
                        Outcomes.skipped("b.lab", "9.6", "9.6.24", "not\nfor it"),
                        Outcomes.played("c.lab", "10", "10.23", 20, adapted),
                        Outcomes.played("d.lab", "10", "10.23", 20)),
                out);
        assertThat(out.toString()).isEqualTo("""
                TAP version 14
                1..4
                not ok 1 - a\\#1.lab on PostgreSQL 15.20
                  ---
                  standing: fail
                  duration_ms: 1250
                  differences:
                    - line: 7
                      standing: drift
                      kind: cosmetic
                      text:
                        - "-\\"a\\" \\\\ b"
                        - "+\\u0009\\u0001Ж"
                        - "..."
                    - line: 9
                      standing: fail
                      text:
                        - "ERROR:  x"
                  ...
                ok 2 - b.lab on PostgreSQL 9.6.24 # SKIP not for it
                ok 3 - c.lab on PostgreSQL 10.23
                  ---
                  standing: adapted
                  duration_ms: 20
                  differences:
                    - line: 3
                      standing: adapted
                      kind: renamed
                      text:
                        - "since 10"
                  ...
                ok 4 - d.lab on PostgreSQL 10.23
                  ---
                  standing: pass
                  duration_ms: 20
                  ...
                """);
    }
}
