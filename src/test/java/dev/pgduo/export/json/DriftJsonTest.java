package dev.pgduo.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.export.drift.Difference;
import dev.pgduo.export.drift.LabRun;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftJsonTest {
    @Test
    void writesEveryRunWithItsDifferences() throws IOException {
        Difference drift = new Difference(7, "drift", "cosmetic", List.of("-\"a\" \\ b", "+\t\u0001Ж"));
        Difference error = new Difference(9, "fail", "", List.of("ERROR:  x"));
        StringWriter out = new StringWriter();
        DriftJson.write(
                List.of(
                        new LabRun("a.lab", "15", "15.20", "fail", Duration.ofMillis(1250), "", List.of(drift, error)),
                        new LabRun("b.lab", "9.6", "9.6.24", "skip", Duration.ZERO, "not for it", List.of())),
                out);
        assertThat(out.toString()).isEqualTo("""
                {
                  "runs" : [
                    {
                      "lab" : "a.lab",
                      "server" : "15",
                      "version" : "15.20",
                      "standing" : "fail",
                      "seconds" : 1.25,
                      "differences" : [
                        {
                          "line" : 7,
                          "standing" : "drift",
                          "kind" : "cosmetic",
                          "text" : [
                            "-\\"a\\" \\\\ b",
                            "+\\t\\u0001Ж"
                          ]
                        },
                        {
                          "line" : 9,
                          "standing" : "fail",
                          "text" : [
                            "ERROR:  x"
                          ]
                        }
                      ]
                    },
                    {
                      "lab" : "b.lab",
                      "server" : "9.6",
                      "version" : "9.6.24",
                      "standing" : "skip",
                      "seconds" : 0.0,
                      "remark" : "not for it",
                      "differences" : [ ]
                    }
                  ]
                }
                """);
    }
}
