package dev.pgduo.export.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.export.drift.Difference;
import dev.pgduo.export.drift.LabRun;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapTest {
    @Test
    void hasOnePointForEachLabOnEachServer() throws IOException {
        Difference drift = new Difference(7, "drift", "cosmetic", List.of("-\"a\" \\ b", "+\t\u0001Ж", "..."));
        Difference error = new Difference(9, "fail", "", List.of("ERROR:  x"));
        Difference adapted = new Difference(3, "adapted", "renamed", List.of("since 10"));
        StringWriter out = new StringWriter();
        Tap.write(
                List.of(
                        new LabRun(
                                "a#1.lab", "15", "15.20", "fail", Duration.ofMillis(1250), "", List.of(drift, error)),
                        new LabRun("b.lab", "9.6", "9.6.24", "skip", Duration.ZERO, "not\nfor it", List.of()),
                        new LabRun("c.lab", "10", "10.23", "adapted", Duration.ofMillis(20), "", List.of(adapted)),
                        new LabRun("d.lab", "10", "10.23", "pass", Duration.ofMillis(20), "", List.of())),
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
