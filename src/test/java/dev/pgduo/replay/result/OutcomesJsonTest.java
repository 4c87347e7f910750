package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomesJsonTest {
    @Test
    void writesEveryRunWithItsDifferences() throws IOException {
        Finding drift = Outcomes.diff(7, "-\"a\" \\ b", "+\t\u0001Ж");
        Finding error = Finding.error(9, Optional.empty(), List.of("ERROR:  x"));
        StringWriter out = new StringWriter();
        OutcomesJson.write(
                List.of(
                        Outcomes.played("a.lab", "15", "15.20", 1250, drift, error),
                        Outcomes.skipped("b.lab", "9.6", "9.6.24", "not for it")),
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
