package dev.pgduo.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilesTest {
    @ParameterizedTest
    @CsvSource({
        "run.jsonl, labs/x.lab, 9.6, run-labs-x-9.6.jsonl",
        "out.d/run, /srv/x.lab, 15, out.d/run-srv-x-15",
        "run.jsonl, ../x y.lab, /opt/pg, run-..-x-y-opt-pg.jsonl"
    })
    void eachLabAndServerHasAFileOfItsOwn(String file, String lab, String server, String name) {
        assertThat(EventFiles.named(file, lab, server)).isEqualTo(name);
    }
}
